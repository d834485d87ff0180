@NullMarked
package org.khabar.article.request;

import org.jspecify.annotations.NullMarked;
