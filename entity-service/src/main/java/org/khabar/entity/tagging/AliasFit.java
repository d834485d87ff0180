package org.khabar.entity.tagging;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a text that equals an alias in the compared form may stand for it as written.
 *
 * <p>Arabic has no case and needs no more. In Latin script an acronym must have the alias' own case (WHO, not "who") and
 * a name of one word must begin with a capital where the alias does. Names of places count only in their own language,
 * because one language's place is another's word or first name (French "Maurice" is Mauritius).
 */
final class AliasFit {

    private static final Set<String> LATIN_LANGUAGES = Set.of("en", "fr");

    private AliasFit() {}

    static boolean fits(AliasEntry alias, String surface, boolean oneWord, @Nullable String language) {
        if (!isLatin(alias.text())) {
            return true;
        }
        return languageFits(alias, language) && caseFits(alias, surface, oneWord);
    }

    private static boolean languageFits(AliasEntry alias, @Nullable String language) {
        return alias.entityType() != EntityType.PLACE
                || language == null
                || !LATIN_LANGUAGES.contains(language)
                || !LATIN_LANGUAGES.contains(alias.language())
                || Objects.equals(alias.language(), language);
    }

    private static boolean caseFits(AliasEntry alias, String surface, boolean oneWord) {
        return switch (alias.type()) {
            case ACRONYM -> surface.equals(alias.text());
            case NAME, SHORT, EPITHET -> !oneWord || !startsUpper(alias.text()) || startsUpper(surface);
            case DEMONYM -> true;
        };
    }

    private static boolean startsUpper(String text) {
        return !text.isEmpty() && Character.isUpperCase(text.codePointAt(0));
    }

    private static boolean isLatin(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .limit(1)
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN);
    }
}
