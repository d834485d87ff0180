package org.khabar.article.importing.page;

import java.util.regex.Pattern;

/** A distance in time from when the page was read: "منذ ساعتين", "il y a 3 heures", "2 days ago". */
final class RelativeDate {

    private static final Pattern FORM = Pattern.compile("^(?:منذ|قبل|il y a|about)? ?(?:(?:\\d{1,3}|an|a|un|une) ?(?:"
            + "دقيقه|دقايق|ساعه|ساعات|يوم|ايام|يوما|اسبوع|اسابيع|شهر|اشهر"
            + "|min|minutes?|mins?|heures?|jours?|semaines?|mois|hours?|hrs?|days?|weeks?|months?|h|j|d)"
            + "|دقيقه|دقيقتين|ساعه|ساعتين|يوم|يومين|اسبوع|اسبوعين)(?: واحده?)? ?(?:ago)?$");

    private RelativeDate() {}

    /** Whether a folded text is one and says so. */
    static boolean is(String folded) {
        boolean marked = folded.startsWith("منذ")
                || folded.startsWith("قبل")
                || folded.startsWith("il y a")
                || folded.endsWith(" ago");
        return marked && FORM.matcher(folded).matches();
    }
}
