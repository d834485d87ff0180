package org.khabar.article.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.TextBlock;
import org.khabar.article.search.analysis.Word;
import org.khabar.article.search.analysis.Words;

/**
 * An article as a tsvector, in the text form that PostgreSQL reads. Stems have positions, weight A in the headline, B in
 * the lead and D in the rest; the words of a {@link Level} and the {@link Lexemes} have none. PostgreSQL bounds positions
 * and size; what is beyond is found without phrases, or not at all.
 */
final class SearchVector {

    private static final int MAX_POSITION = 16_000;
    private static final int MAX_POSITIONS = 200;
    private static final int MAX_BYTES = 400_000;
    /** How many words of the first paragraph are the lead. */
    private static final int LEAD_WORDS = 80;
    /** Words that stand in a text so often are what it is about. */
    private static final int OFTEN = 3;
    /** Between blocks, so that no phrase goes on from one into the next. */
    private static final int BLOCK_GAP = 2;

    private final Map<String, List<String>> positions = new LinkedHashMap<>();
    private final Map<String, Integer> stemCounts = new HashMap<>();
    private final Map<String, Integer> exactCounts = new HashMap<>();
    private final Map<String, String> written = new HashMap<>();
    private final String language;
    private int position;
    private int bytes;

    private SearchVector(String language) {
        this.language = language;
    }

    static IndexedText of(SearchDocument document) {
        SearchVector vector = new SearchVector(document.language());
        Lexemes.of(document).forEach(vector::add);
        vector.addHeadline(document.headline());
        vector.addText(document.blocks());
        vector.addFrequent();
        return new IndexedText(vector.text(), vector.words());
    }

    /** The words of which the vector knows that the text has them. */
    private Map<String, String> words() {
        written.keySet().removeIf(word -> !positions.containsKey(Level.ANYWHERE_EXACT.prefix() + word));
        return written;
    }

    private void addHeadline(String headline) {
        for (Word word : Words.of(headline, language)) {
            addWord(headline, word, "A");
            addLevel(word, Level.HEADLINE, Level.HEADLINE_EXACT);
            addLevel(word, Level.PROMINENT, Level.PROMINENT_EXACT);
        }
    }

    private void addText(List<TextBlock> blocks) {
        boolean leadSeen = false;
        for (TextBlock block : blocks) {
            position += BLOCK_GAP;
            boolean lead = !leadSeen && block.kind() == BlockKind.PARAGRAPH;
            leadSeen |= lead;
            addBlock(block.text(), lead ? LEAD_WORDS : 0);
        }
    }

    private void addBlock(String text, int leadWords) {
        int number = 0;
        for (Word word : Words.of(text, language)) {
            boolean lead = number++ < leadWords;
            addWord(text, word, lead ? "B" : "");
            if (lead) {
                addLevel(word, Level.PROMINENT, Level.PROMINENT_EXACT);
            }
        }
    }

    private void addWord(String text, Word word, String weight) {
        position++;
        if (!written.containsKey(word.exact())) {
            written.put(word.exact(), text.substring(word.start(), word.end()));
        }
        word.stems().forEach(stem -> addAt(stem, weight));
        addLevel(word, Level.ANYWHERE, Level.ANYWHERE_EXACT);
    }

    private void addAt(String stem, String weight) {
        add(stem);
        stemCounts.merge(stem, 1, Integer::sum);
        List<String> places = positions.get(stem);
        if (places != null && position <= MAX_POSITION && places.size() < MAX_POSITIONS) {
            places.add(position + weight);
            bytes += 2;
        }
    }

    private void addLevel(Word word, Level level, Level exact) {
        add(exact.prefix() + word.exact());
        if (level == Level.ANYWHERE) {
            exactCounts.merge(word.exact(), 1, Integer::sum);
        } else {
            word.stems().forEach(stem -> add(level.prefix() + stem));
        }
    }

    private void addFrequent() {
        addFrequent(stemCounts, Level.PROMINENT);
        addFrequent(exactCounts, Level.PROMINENT_EXACT);
    }

    private void addFrequent(Map<String, Integer> counts, Level level) {
        counts.forEach((word, count) -> {
            if (count >= OFTEN) {
                add(level.prefix() + word);
            }
        });
    }

    private void add(String lexeme) {
        if (bytes < MAX_BYTES && !positions.containsKey(lexeme)) {
            positions.put(lexeme, new ArrayList<>(0));
            bytes += bytesOf(lexeme) + 2;
        }
    }

    /** In UTF-8; half of a pair counts as any letter does that is not ASCII, at least. */
    private static int bytesOf(String lexeme) {
        int bytes = lexeme.length();
        for (int at = 0; at < lexeme.length(); at++) {
            char letter = lexeme.charAt(at);
            bytes += letter < 0x80 ? 0 : letter < 0x800 || Character.isSurrogate(letter) ? 1 : 2;
        }
        return bytes;
    }

    private String text() {
        StringBuilder text = new StringBuilder(bytes);
        positions.forEach((lexeme, places) -> {
            text.append(text.isEmpty() ? "" : " ").append(Lexemes.quoted(lexeme));
            String before = ":";
            for (String place : places) {
                text.append(before).append(place);
                before = ",";
            }
        });
        return text.toString();
    }
}
