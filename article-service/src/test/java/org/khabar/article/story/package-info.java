@NullMarked
package org.khabar.article.story;

import org.jspecify.annotations.NullMarked;
