/**
 * Finds the catalogue's aliases in a text: an immutable dictionary and a tagger over it.
 *
 * <p>Says where which aliases stand and which spans win; which entity is meant, if any, is linking's to say. Plain
 * Java. Knows {@code text} alone.
 */
@NullMarked
package org.khabar.entity.tagging;

import org.jspecify.annotations.NullMarked;
