/** Tests of this feature through the running service. */
@NullMarked
package org.khabar.article.feed;

import org.jspecify.annotations.NullMarked;
