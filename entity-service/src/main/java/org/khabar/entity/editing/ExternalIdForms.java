package org.khabar.entity.editing;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.khabar.entity.failure.RequestFailure;

/** The registers whose ids are known, and the form that their ids have. */
public final class ExternalIdForms {

    private static final String ISNI = "isni";
    private static final Map<String, Pattern> FORMS = new TreeMap<>(Map.of(
            "wikidata",
            Pattern.compile("Q[1-9][0-9]{0,11}"),
            "geonames",
            Pattern.compile("[1-9][0-9]{0,9}"),
            "viaf",
            Pattern.compile("[1-9][0-9]{1,21}"),
            ISNI,
            Pattern.compile("[0-9]{15}[0-9X]"),
            "gnd",
            Pattern.compile("[0-9]{1,10}-?[0-9X]"),
            "iso3166-1",
            Pattern.compile("[A-Z]{2}"),
            "iso3166-2",
            Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}")));

    private ExternalIdForms() {}

    /** @throws RequestFailure when the register is not known, or no id of it looks like this */
    public static ExternalId checked(String name, String scheme, String value) {
        Pattern form = FORMS.get(scheme);
        if (form == null) {
            throw RequestFailure.badInput("%s.scheme is \"%s\"; known are %s."
                    .formatted(name, InputTexts.shortened(scheme), String.join(", ", FORMS.keySet())));
        }
        if (!form.matcher(value).matches() || (scheme.equals(ISNI) && !hasCheckDigit(value))) {
            throw RequestFailure.badInput(
                    "%s.value is \"%s\", which is no id of %s.".formatted(name, InputTexts.shortened(value), scheme));
        }
        return new ExternalId(scheme, value);
    }

    /** ISO/IEC 7064, MOD 11-2, as ISO 27729 has it. */
    private static boolean hasCheckDigit(String isni) {
        int sum = 0;
        for (int i = 0; i < isni.length() - 1; i++) {
            sum = (sum + Character.digit(isni.charAt(i), 10)) * 2;
        }
        int check = (12 - sum % 11) % 11;
        return isni.charAt(isni.length() - 1) == (check == 10 ? 'X' : Character.forDigit(check, 10));
    }
}
