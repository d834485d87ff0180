/**
 * The whole archive as NDJSON, as readers may see it: in the order of ids, so that whoever breaks off can go on. Must not know
 * how articles are stored or imported.
 *
 * @see <a href="https://github.com/ndjson/ndjson-spec">Newline Delimited JSON</a>
 */
@NullMarked
package org.khabar.article.exporting;

import org.jspecify.annotations.NullMarked;
