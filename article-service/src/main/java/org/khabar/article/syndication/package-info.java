/**
 * Published articles in the forms that others read: Atom, RSS, ninjs, news sitemaps. Writes what the archive lists; must not
 * know how articles are stored, imported or found.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">The Atom Syndication Format</a>
 * @see <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>
 * @see <a href="https://iptc.org/std/ninjs/">ninjs</a>
 * @see <a href="https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap">News sitemaps</a>
 */
@NullMarked
package org.khabar.article.syndication;

import org.jspecify.annotations.NullMarked;
