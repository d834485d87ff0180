package org.khabar.entity.tagging;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text that equals an alias in the compared form may stand for it as written.
 *
 * <p>In Arabic a hamza or a tanwin that the alias lacks makes another word: فأس (axe) is not فاس (Fez), كوبًا (a cup)
 * not كوبا. The reverse is a habit of writing. In Latin script an acronym must have the alias' own case (WHO, not "who"; with or
 * without full stops), and
 * of the words that a name writes with a capital one at least must have it, an article left out: "la réunion" is not
 * La Réunion. Names of places count only in their own language,
 * because one language's place is another's word or first name (French "Maurice" is Mauritius).
 */
final class AliasFit {

    private static final Set<String> LATIN_LANGUAGES = Set.of("en", "fr");
    private static final Set<String> ARTICLES = Set.of("the", "le", "la", "les", "l", "el", "al");

    private AliasFit() {}

    static boolean fits(AliasEntry alias, String surface, @Nullable String language) {
        if (!isLatin(alias.text())) {
            return !ArabicSpelling.isOtherWord(alias.text(), surface);
        }
        return languageFits(alias, language) && caseFits(alias, surface);
    }

    private static boolean languageFits(AliasEntry alias, @Nullable String language) {
        return alias.entityType() != EntityType.PLACE
                || language == null
                || !LATIN_LANGUAGES.contains(language)
                || !LATIN_LANGUAGES.contains(alias.language())
                || Objects.equals(alias.language(), language);
    }

    private static boolean caseFits(AliasEntry alias, String surface) {
        return switch (alias.type()) {
            case ACRONYM -> withoutStops(surface).equals(withoutStops(alias.text()));
            case NAME, SHORT, EPITHET -> !hasCapital(alias.text()) || hasCapital(surface);
            case DEMONYM -> true;
        };
    }

    /** The last full stop of U.S. is no part of the surface. */
    private static String withoutStops(String acronym) {
        return acronym.replace(".", "");
    }

    private static boolean hasCapital(String text) {
        boolean wordStarts = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (wordStarts && Character.isUpperCase(character) && !ARTICLES.contains(wordAt(text, i))) {
                return true;
            }
            wordStarts = !Character.isLetterOrDigit(character);
        }
        return false;
    }

    private static String wordAt(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** Whether the first letter is. */
    private static boolean isLatin(String text) {
        int index = 0;
        while (index < text.length()) {
            int character = text.codePointAt(index);
            if (Character.isLetter(character)) {
                return Character.UnicodeScript.of(character) == Character.UnicodeScript.LATIN;
            }
            index += Character.charCount(character);
        }
        return false;
    }
}
