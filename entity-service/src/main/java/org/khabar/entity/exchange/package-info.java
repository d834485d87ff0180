/**
 * The catalogue as lines of JSON, out and in: each entity with all that the service knows of it. An export makes the same catalogue
 * in an empty database and changes nothing in its own. Reads and writes the catalogue's tables in bulk; merges are
 * {@code editing}'s, linking again is {@code mention}'s. Must not know how mentions are found.
 *
 * @see <a href="https://github.com/ndjson/ndjson-spec">Newline Delimited JSON</a>
 */
@NullMarked
package org.khabar.entity.exchange;

import org.jspecify.annotations.NullMarked;
