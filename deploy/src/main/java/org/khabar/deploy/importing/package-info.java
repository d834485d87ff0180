/**
 * Importing files and folders: finding the pages, sending them, reporting one outcome for each.
 */
@NullMarked
package org.khabar.deploy.importing;

import org.jspecify.annotations.NullMarked;
