/** Tests of this feature. */
@NullMarked
package org.khabar.article.exporting;

import org.jspecify.annotations.NullMarked;
