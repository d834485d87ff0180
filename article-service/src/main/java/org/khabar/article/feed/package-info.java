/**
 * The change feed: HTTP Feeds of CloudEvents, written in the transaction of each change and read by id. Reads articles
 * only as their revisions state them; must not know how they got there.
 *
 * @see <a href="https://www.http-feeds.org/">HTTP Feeds</a>
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">CloudEvents JSON</a>
 */
@NullMarked
package org.khabar.article.feed;

import org.jspecify.annotations.NullMarked;
