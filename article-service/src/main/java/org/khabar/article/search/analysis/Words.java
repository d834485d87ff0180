package org.khabar.article.search.analysis;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.khabar.article.text.Folding;

/**
 * Finds the words of a text. Spellings fold as {@link Folding} says; Arabic words get stems by {@link ArabicStems},
 * those in Latin letters by their language.
 */
public final class Words {

    /** Longer words are cut, in UTF-16 code units. */
    static final int MAX_LENGTH = 64;

    private static final KnownWords KNOWN = new KnownWords();

    private Words() {}

    /** The words of a text in this language, a BCP 47 tag; in their order. */
    public static List<Word> of(String text, String language) {
        return wordsOf(text, Set.of(primary(language)));
    }

    /** The words of a text whose language is not known, such as a query: with the stems of every language. */
    public static List<Word> ofAnyLanguage(String text) {
        return wordsOf(text, Set.of("", "fr", "en"));
    }

    private static String primary(String language) {
        int end = language.indexOf('-');
        return (end < 0 ? language : language.substring(0, end)).toLowerCase(Locale.ROOT);
    }

    private static List<Word> wordsOf(String text, Set<String> languages) {
        List<Word> words = new ArrayList<>();
        for (WordStretches.Stretch stretch : WordStretches.of(text)) {
            String written = text.substring(stretch.start(), stretch.end());
            KNOWN.read(written, languages, Words::read)
                    .forEach(part -> words.add(new Word(part.exact(), part.stems(), stretch.start(), stretch.end())));
        }
        return words;
    }

    private static List<KnownWords.Part> read(String written, Set<String> languages) {
        List<KnownWords.Part> read = new ArrayList<>();
        for (String part : parts(written)) {
            String exact = Folding.key(part).replace(" ", "");
            if (!exact.isEmpty()) {
                read.add(new KnownWords.Part(exact, Set.copyOf(stems(part, exact, languages))));
            }
        }
        return read;
    }

    /** Usually the word itself; some signs stand for several words, such as the ligature for "الله". */
    private static List<String> parts(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC);
        List<String> parts = new ArrayList<>();
        WordStretches.of(plain).forEach(stretch -> parts.add(cut(plain.substring(stretch.start(), stretch.end()))));
        return parts;
    }

    private static String cut(String word) {
        if (word.length() <= MAX_LENGTH) {
            return word;
        }
        int end = Character.isHighSurrogate(word.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return word.substring(0, end);
    }

    private static Set<String> stems(String part, String exact, Set<String> languages) {
        if (isArabic(exact)) {
            return ArabicStems.of(part);
        }
        Set<String> stems = new LinkedHashSet<>();
        languages.forEach(language -> stems.add(latinStem(exact, language)));
        return stems;
    }

    private static String latinStem(String exact, String language) {
        return switch (language) {
            case "fr" -> FrenchStem.of(exact);
            case "en" -> EnglishStem.of(exact);
            default -> exact;
        };
    }

    private static boolean isArabic(String word) {
        return Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.ARABIC;
    }
}
