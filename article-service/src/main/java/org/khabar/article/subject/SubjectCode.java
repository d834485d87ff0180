package org.khabar.article.subject;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.khabar.article.failure.RequestFailure;

/** Codes of media topics. They are kept as {@code medtop:} and eight digits, however they are written. */
public final class SubjectCode {

    private static final Pattern FORM = Pattern.compile(
            "(?:medtop:|mediatopic:|https?://cv\\.iptc\\.org/newscodes/mediatopic/)?([0-9]{8})/?",
            Pattern.CASE_INSENSITIVE);
    private static final int SHOWN = 60;

    private SubjectCode() {}

    /**
     * The code in the form that is kept; empty when it is none.
     *
     * @param text eight digits, alone, behind {@code medtop:} or at the end of the IPTC's URI
     */
    public static Optional<String> find(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches() ? Optional.of("medtop:" + form.group(1)) : Optional.empty();
    }

    /**
     * The same.
     *
     * @throws RequestFailure when it is no code
     */
    public static String checked(String text) {
        return find(text)
                .orElseThrow(() -> RequestFailure.badInput(
                        "\"%s\" is no code of a subject, such as medtop:04000000.".formatted(shown(text))));
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), SHOWN)).replaceAll("[^ -~]", "?");
    }
}
