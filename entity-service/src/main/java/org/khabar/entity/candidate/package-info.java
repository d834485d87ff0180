/**
 * Names that articles seem to have and the catalogue does not, for people to look at.
 *
 * <p>Is told of them by whoever reads articles; knows nothing of how they are found, of mentions or of the feed.
 */
@NullMarked
package org.khabar.entity.candidate;

import org.jspecify.annotations.NullMarked;
