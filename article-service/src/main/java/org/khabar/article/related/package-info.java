/**
 * Related articles: those that share an article's entities and words and do not tell its story. Must not know how either
 * is found.
 */
@NullMarked
package org.khabar.article.related;

import org.jspecify.annotations.NullMarked;
