/**
 * Where things are and what is secret: the folders, ports and generated passwords of one installation. It starts
 * nothing and asks nobody.
 */
@NullMarked
package org.khabar.deploy.installation;

import org.jspecify.annotations.NullMarked;
