/** Tests of this feature. */
@NullMarked
package org.khabar.article.syndication;

import org.jspecify.annotations.NullMarked;
