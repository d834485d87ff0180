/**
 * Full-text search in articles: what a query means ({@code query}), how texts become words ({@code analysis}), and the
 * index that is kept beside the articles, in the transaction that writes them. Must not know how articles are imported
 * or where their changes go.
 */
@NullMarked
package org.khabar.article.search;

import org.jspecify.annotations.NullMarked;
