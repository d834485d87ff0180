@NullMarked
package org.khabar.article.subject;

import org.jspecify.annotations.NullMarked;
