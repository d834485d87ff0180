/**
 * Takes the Wikidata JSON dump into the catalogue: read as a stream, twice (what is a kind of what, then the items),
 * resumable to the batch, with an account of what was left out and why. {@link
 * org.khabar.entity.wikidata.WikidataImportApi} starts imports, {@link org.khabar.entity.wikidata.ImportFollower} runs them.
 *
 * @see <a href="https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html">The dump's format</a>
 */
@NullMarked
package org.khabar.entity.wikidata;

import org.jspecify.annotations.NullMarked;
