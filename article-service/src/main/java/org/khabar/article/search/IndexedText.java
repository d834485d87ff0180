package org.khabar.article.search;

import java.util.Map;

/**
 * An article's text as the index keeps it.
 *
 * @param vector a tsvector
 * @param words the words of the text as they fold, each with a spelling that it has there
 */
record IndexedText(String vector, Map<String, String> words) {

    IndexedText {
        words = Map.copyOf(words);
    }
}
