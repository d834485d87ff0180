package org.khabar.entity.tagging;

import java.util.Map;

/** What a spelling tells of a word that the compared form leaves out. */
final class ArabicSpelling {

    private static final char TANWIN_FATH = '\u064B';
    private static final String ARTICLE = "ال";
    private static final String LAMS = "لل";
    private static final Map<Character, String> BARE_BY_HAMZA = Map.of('أ', "ا", 'ؤ', "و", 'ئ', "يى");

    private ArabicSpelling() {}

    /** Whether the surface, equal to the alias in the compared form, has a hamza inside it or a tanwin that it lacks. */
    static boolean isOtherWord(String alias, String surface) {
        if (surface.equals(alias)) {
            return false;
        }
        if (surface.indexOf(TANWIN_FATH) >= 0 && alias.indexOf(TANWIN_FATH) < 0) {
            return true;
        }
        String written = letters(surface);
        String listed = letters(alias);
        return written.length() == listed.length() && hasOtherHamza(written, listed);
    }

    private static boolean hasOtherHamza(String written, String listed) {
        for (int i = 0; i < written.length(); i++) {
            String bare = BARE_BY_HAMZA.getOrDefault(written.charAt(i), "");
            if (bare.indexOf(listed.charAt(i)) >= 0 && !beginsWord(written, i)) {
                return true;
            }
        }
        return false;
    }

    /** At the start of a word, its article left out, a hamza on alif is often added or dropped. */
    private static boolean beginsWord(String text, int index) {
        int start = index;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        String before = text.substring(start, index);
        return before.isEmpty() || before.equals(ARTICLE) || before.equals(LAMS) || before.equals("ل");
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints()
                .filter(character ->
                        Character.isLetterOrDigit(character) && character != 'ـ' || Character.isWhitespace(character))
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
