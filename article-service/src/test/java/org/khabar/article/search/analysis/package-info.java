@NullMarked
package org.khabar.article.search.analysis;

import org.jspecify.annotations.NullMarked;
