package org.khabar.article.importing.page;

import java.util.Optional;
import java.util.Set;
import org.khabar.article.text.Folding;

/** Tells Arabic, French and English apart by script and by the words that every sentence needs. */
public final class LanguageGuess {

    private static final int SAMPLE = 20_000;
    private static final Set<String> FRENCH = Set.of(
            "le la les des du de une un et est dans pour que qui sur par au aux ce cette avec ne pas plus sont été se son sa ses leur"
                    .split(" "));
    private static final Set<String> ENGLISH = Set.of(
            "the of and to in is was that for on with as by at from has have had it its are were be been not but his her their will"
                    .split(" "));

    private LanguageGuess() {}

    /** The BCP 47 tag of a text's language, empty when it is none of the three. */
    public static Optional<String> guess(String text) {
        String sample = text.length() > SAMPLE ? text.substring(0, SAMPLE) : text;
        long letters = sample.codePoints().filter(Character::isLetter).count();
        long arabic = sample.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC && Character.isLetter(c))
                .count();
        if (letters > 0 && arabic * 2 > letters) {
            return isPersianOrUrdu(sample, arabic) ? Optional.empty() : Optional.of("ar");
        }
        return guessLatin(sample);
    }

    private static Optional<String> guessLatin(String sample) {
        int french = 0;
        int english = 0;
        int words = 0;
        for (String word : Folding.key(sample).split(" ")) {
            words++;
            french += FRENCH.contains(word) ? 1 : 0;
            english += ENGLISH.contains(word) ? 1 : 0;
        }
        int more = Math.max(french, english);
        if (more * 10 < words) {
            return Optional.empty();
        }
        return Optional.of(french > english ? "fr" : "en");
    }

    /** Letters that Arabic has only in foreign names. */
    private static boolean isPersianOrUrdu(String sample, long arabic) {
        long foreign =
                sample.codePoints().filter(c -> "پچژگکیےٹڈڑں".indexOf(c) >= 0).count();
        return foreign * 20 > arabic;
    }
}
