package org.khabar.article.importing.page;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The zone of a date line's time: "GMT+1", "غرينتش", an offset behind the time, or one of the {@link DateZones}. */
final class StatedZone {

    private static final Pattern UTC =
            Pattern.compile("(?:gmt|utc|غرينتش|جرينتش|غرينيتش)(?: ?([+-]) ?(\\d{1,2})(?::?00)?)?");
    private static final Pattern OFFSET = Pattern.compile("(?<=:\\d{2}) ?([+-]\\d{2}:?\\d{2})$");
    private static final int MAX_HOURS = 14;
    private static final int MAX_OFFSET_MINUTES = 18 * 60;

    private StatedZone() {}

    /** Takes it, where there is one; says what is left of the text. */
    static String take(String text, DateParts parts) {
        Matcher utc = UTC.matcher(text);
        if (utc.find()) {
            int hours = utc.group(2) == null ? 0 : Math.min(MAX_HOURS, Integer.parseInt(utc.group(2)));
            parts.zone = ZoneOffset.ofHours("-".equals(utc.group(1)) ? -hours : hours);
            return NumericDate.without(utc, text);
        }
        Matcher offset = OFFSET.matcher(text);
        if (offset.find()) {
            parts.zone = offset(offset.group(1));
            return NumericDate.without(offset, text);
        }
        Optional<DateZones.Named> named = DateZones.find(text);
        if (named.isEmpty()) {
            return text;
        }
        parts.zone = named.get().zone();
        return text.substring(0, named.get().start()) + " "
                + text.substring(named.get().end());
    }

    /** An offset such as "+01:00" or "-0530", within what zones can have. */
    static ZoneId offset(String text) {
        String digits = text.replace(":", "");
        int minutes = Integer.parseInt(digits.substring(1, 3)) * 60 + Integer.parseInt(digits.substring(3));
        int bounded = Math.min(minutes, MAX_OFFSET_MINUTES);
        return ZoneOffset.ofTotalSeconds((digits.startsWith("-") ? -bounded : bounded) * 60);
    }
}
