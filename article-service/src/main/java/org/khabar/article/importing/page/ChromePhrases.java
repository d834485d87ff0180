package org.khabar.article.importing.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.khabar.article.importing.draft.LeftOutReason;
import org.khabar.article.text.Folding;

/** Recognises by their words the lines that sites put around and into articles. The words are in a resource file. */
final class ChromePhrases {

    private static final String RESOURCE = "chrome-phrases.tsv";
    private static final int MAX_LINK_WORDS = 45;
    private static final int MAX_PHRASE_WORDS = 6;

    /** Captions behind "صورة:" are shorter than a paragraph that begins so. */
    private static final int MIN_TEXT_WORDS = 15;

    private static final ChromePhrases INSTANCE = load();

    private final Map<String, Phrase> whole = new HashMap<>();
    private final Map<String, Phrase> starts = new HashMap<>();

    /** What a phrase does to the lines after it. */
    enum Role {
        /** What follows is not the article, whatever it is. */
        FINAL,
        /** What follows is not the article, unless its text clearly goes on behind a box. */
        END,
        /** A few links may follow. */
        LINKS,
        /** The line is alone. */
        ASIDE,
        /** The name of a section: alone in a menu, a heading where text stands around it. */
        SECTION
    }

    /**
     * A phrase of the list.
     *
     * @param sentence whether a line that begins so is the site's even when it is a whole sentence
     */
    record Phrase(LeftOutReason reason, Role role, boolean sentence) {

        /** Whether it says that the article is over, or may be. */
        boolean ends() {
            return role == Role.END || role == Role.FINAL;
        }
    }

    private ChromePhrases() {}

    static ChromePhrases get() {
        return INSTANCE;
    }

    Optional<Phrase> find(PageLine line) {
        if (line.folded().isEmpty() || line.words() > MAX_LINK_WORDS) {
            return Optional.empty();
        }
        Phrase exact = whole.get(withoutNumbers(line.key()));
        return exact != null ? Optional.of(exact) : findStart(line);
    }

    /** Whether a line is nothing but a phrase, so that what it announces is on the next lines. */
    boolean isBare(PageLine line) {
        String key = withoutNumbers(line.key());
        return starts.containsKey(key) || whole.containsKey(key);
    }

    private Optional<Phrase> findStart(PageLine line) {
        String[] words = line.key().split(" ");
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < Math.min(words.length, MAX_PHRASE_WORDS); i++) {
            prefix.append(i == 0 ? "" : " ").append(words[i]);
            Phrase phrase = starts.get(prefix.toString());
            if (phrase != null && opens(line, words, i + 1, phrase)) {
                return Optional.of(phrase);
            }
        }
        return Optional.empty();
    }

    /**
     * A phrase of one word must be set off by a colon: many sentences start with that word. Running text that ends a
     * sentence is the article's, whatever it begins with, but for the phrases that only sites write.
     */
    private static boolean opens(PageLine line, String[] words, int phraseWords, Phrase phrase) {
        if (words.length == phraseWords || phrase.sentence()) {
            return true;
        }
        int colon = line.folded().indexOf(':');
        boolean setOff =
                colon > 0 && Folding.key(line.folded().substring(0, colon)).split(" ").length == phraseWords;
        if (setOff) {
            return phrase.role() != Role.ASIDE || line.words() < MIN_TEXT_WORDS || !line.endsStatement();
        }
        boolean rights = phrase.reason() == LeftOutReason.FOOTER && hasRightsSign(line.text());
        return phraseWords > 1
                && (rights || (!line.isRunningText() && (phrase.role() != Role.LINKS || !line.endsSentence())));
    }

    private static boolean hasRightsSign(String text) {
        return text.indexOf('©') >= 0 || text.codePoints().anyMatch(Character::isDigit);
    }

    private static String withoutNumbers(String key) {
        if (key.chars().noneMatch(Character::isDigit)) {
            return key;
        }
        StringBuilder kept = new StringBuilder();
        for (String word : key.split(" ")) {
            if (!word.chars().allMatch(Character::isDigit)) {
                kept.append(kept.isEmpty() ? "" : " ").append(word);
            }
        }
        return kept.toString();
    }

    private static ChromePhrases load() {
        ChromePhrases phrases = new ChromePhrases();
        WordList.read(RESOURCE).forEach(phrases::add);
        return phrases;
    }

    private void add(String row) {
        List<String> columns = List.of(row.split("\t", -1));
        Phrase phrase = new Phrase(
                LeftOutReason.valueOf(columns.get(0)),
                Role.valueOf(columns.get(1)),
                columns.get(2).equals("SENTENCE"));
        Map<String, Phrase> phrases = columns.get(2).equals("WHOLE") ? whole : starts;
        phrases.put(Folding.key(columns.get(3)), phrase);
    }
}
