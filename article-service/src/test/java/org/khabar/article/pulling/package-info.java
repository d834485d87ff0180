/** Tests of this feature. */
@NullMarked
package org.khabar.article.pulling;

import org.jspecify.annotations.NullMarked;
