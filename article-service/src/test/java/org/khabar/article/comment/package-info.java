@NullMarked
package org.khabar.article.comment;

import org.jspecify.annotations.NullMarked;
