@NullMarked
package org.khabar.article.search.query;

import org.jspecify.annotations.NullMarked;
