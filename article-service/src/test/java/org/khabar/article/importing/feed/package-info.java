@NullMarked
package org.khabar.article.importing.feed;

import org.jspecify.annotations.NullMarked;
