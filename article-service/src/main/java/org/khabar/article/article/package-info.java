/**
 * Articles: their newest state, every revision, and the rule that says when two pages are one article. Tells an
 * {@link org.khabar.article.article.ArticleChangeLog} of every change; must not know how pages are parsed or how the
 * feed is served.
 */
@NullMarked
package org.khabar.article.article;

import org.jspecify.annotations.NullMarked;
