/** Tests of work on stored articles. */
@NullMarked
package org.khabar.article.backfill;

import org.jspecify.annotations.NullMarked;
