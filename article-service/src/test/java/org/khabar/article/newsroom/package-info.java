/** Tests of this feature through the running service. */
@NullMarked
package org.khabar.article.newsroom;

import org.jspecify.annotations.NullMarked;
