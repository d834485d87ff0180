package org.khabar.article.importing.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forms of single lines in a body: bullets, bare addresses, degrees. */
final class BodyForms {

    /** A bullet sign, or a dash, asterisk or number sign that is set off by white space. */
    private static final Pattern BULLET = Pattern.compile(
            "^[\u200e\u200f\u202a-\u202e\u2066-\u2069]*+(?:[•●▪■◆◾▸►▶‣⁃○◦∙✦➤➢❖➔]\\s*+|(?:[-–—*·»>]|#{1,4})\\s++)(?=\\S)");

    private static final Pattern HASHTAGS = Pattern.compile("^(?:#[^#\\s]++\\s*+)++$");
    private static final Pattern ADDRESS = Pattern.compile("^(?:https?://|www\\.)\\S++$");
    private static final Pattern DEGREES =
            Pattern.compile("^[+-]?\\d{1,2} ?°(?: ?[CcFfمف])?(?: ?[/-] ?[+-]?\\d{1,2} ?°)?$");

    private static final Pattern COUNT =
            Pattern.compile("^\\d{1,3}(?:[ ,.٬\u00a0]?\\d{3})*(?:[.,٫]\\d{1,2})? ?[kKmM]?\\+?$");
    private static final Pattern YEAR = Pattern.compile("^(?:1[89]|20)\\d{2}$");

    private BodyForms() {}

    /** What stands after the bullet, when a line has one. */
    static Optional<String> bulletOf(String text) {
        Matcher bullet = BULLET.matcher(text);
        return bullet.find() ? Optional.of(text.substring(bullet.end())) : Optional.empty();
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    static boolean isDegrees(String text) {
        return DEGREES.matcher(text).matches();
    }

    /** Whether a line is hashtags and nothing else. */
    static boolean isHashtags(String text) {
        return text.startsWith("#") && HASHTAGS.matcher(text).matches();
    }

    /** Whether a line is a number as counters of readers and shares have it. */
    static boolean isCount(String folded) {
        return COUNT.matcher(folded).matches();
    }

    /** Whether a line is the number of a year, which can be a heading. */
    static boolean isYear(String folded) {
        return YEAR.matcher(folded).matches();
    }
}
