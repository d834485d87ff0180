/** What is different between two texts. Plain Java; every comparison is bounded, whatever the texts are. */
@NullMarked
package org.khabar.article.article.diff;

import org.jspecify.annotations.NullMarked;
