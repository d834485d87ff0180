package org.khabar.article.importing.page;

import java.util.HashSet;
import java.util.Set;
import org.khabar.article.text.Folding;

/** The longer words of a text, by which it shows whether another text is about the same. */
final class Vocabulary {

    private static final int MIN_LENGTH = 4;
    private static final int MIN_PREFIXED_LENGTH = 5;

    private final Set<String> words = new HashSet<>();

    void add(String text) {
        addKey(Folding.key(text));
    }

    void add(PageLine line) {
        if (line.folded().isEmpty()) {
            add(line.text());
        } else {
            addKey(line.key());
        }
    }

    private void addKey(String key) {
        for (String word : key.split(" ")) {
            String stem = stem(word);
            if (stem.length() >= MIN_LENGTH) {
                words.add(stem);
            }
        }
    }

    /** The share of another text's longer words that are in this, from 0 to 1. */
    double shareIn(PageLine text) {
        Vocabulary other = new Vocabulary();
        other.add(text);
        if (other.words.isEmpty()) {
            return 0;
        }
        return (double) other.words.stream().filter(words::contains).count() / other.words.size();
    }

    /** Without the conjunctions, prepositions and article that Arabic attaches. */
    private static String stem(String word) {
        String stem = word;
        if (stem.length() >= MIN_PREFIXED_LENGTH && "وف".indexOf(stem.charAt(0)) >= 0) {
            stem = stem.substring(1);
        }
        if (stem.length() >= MIN_PREFIXED_LENGTH && (stem.startsWith("بال") || stem.startsWith("كال"))) {
            return stem.substring(3);
        }
        if (stem.length() >= MIN_PREFIXED_LENGTH && (stem.startsWith("ال") || stem.startsWith("لل"))) {
            return stem.substring(2);
        }
        return stem;
    }
}
