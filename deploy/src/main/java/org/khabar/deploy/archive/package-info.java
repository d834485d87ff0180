/** Unpacking archives with their file modes and links. It does not know what is in them. */
@NullMarked
package org.khabar.deploy.archive;

import org.jspecify.annotations.NullMarked;
