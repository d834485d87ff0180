package org.khabar.entity.linking;

import java.util.List;
import java.util.stream.Stream;

/** Reads a list of words: lines of fields with a tab between them; blank lines and lines that begin with # are none. */
final class WordList {

    private WordList() {}

    /**
     * The fields of each line.
     *
     * @param form what a line holds, for the message
     * @throws IllegalArgumentException naming the line that has another number of fields or an empty one
     */
    static Stream<List<String>> fields(Stream<String> lines, int count, String form) {
        return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> {
            List<String> fields = List.of(line.split("\t", -1));
            if (fields.size() != count || fields.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException("not %s: \"%s\"".formatted(form, line));
            }
            return fields;
        });
    }
}
