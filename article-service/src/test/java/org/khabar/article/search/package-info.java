@NullMarked
package org.khabar.article.search;

import org.jspecify.annotations.NullMarked;
