/**
 * What articles are about, by the IPTC's media topics: codes, their names, and which is broader than which. Knows nothing
 * of articles.
 *
 * @see <a href="https://iptc.org/standards/media-topics/">IPTC Media Topics</a>
 */
@NullMarked
package org.khabar.article.subject;

import org.jspecify.annotations.NullMarked;
