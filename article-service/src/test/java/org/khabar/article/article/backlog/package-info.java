/** Tests of taking in what was written in bulk. */
@NullMarked
package org.khabar.article.article.backlog;

import org.jspecify.annotations.NullMarked;
