/** Tests of this feature through the running service. */
@NullMarked
package org.khabar.article.article.diff;

import org.jspecify.annotations.NullMarked;
