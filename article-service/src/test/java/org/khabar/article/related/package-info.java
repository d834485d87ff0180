@NullMarked
package org.khabar.article.related;

import org.jspecify.annotations.NullMarked;
