package org.khabar.article.importing.page;

import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A date with its time by ISO 8601, folded: "2025-03-05t18:10:00+01:00". */
final class IsoDate {

    private static final Pattern FORM = Pattern.compile(
            "^(\\d{4})-(\\d{2})-(\\d{2})[t ](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)? ?(z|[+-]\\d{2}:?\\d{2})?$");

    private IsoDate() {}

    /** Takes it, when the whole text is one. */
    static boolean take(String text, DateParts parts) {
        Matcher iso = FORM.matcher(text);
        if (!iso.matches()) {
            return false;
        }
        String named = iso.group(7);
        parts.zone = named == null ? null : named.equals("z") ? ZoneOffset.UTC : StatedZone.offset(named);
        parts.year = Integer.valueOf(iso.group(1));
        parts.month = Integer.valueOf(iso.group(2));
        parts.day = Integer.valueOf(iso.group(3));
        parts.hour = Integer.valueOf(iso.group(4));
        parts.minute = Integer.parseInt(iso.group(5));
        return true;
    }
}
