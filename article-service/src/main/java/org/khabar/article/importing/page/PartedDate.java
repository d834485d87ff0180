package org.khabar.article.importing.page;

import java.util.regex.Pattern;

/** Sets blanks into folded date lines where copying a page lost them, and a colon where a time is written with a dot. */
final class PartedDate {

    private static final Pattern YEAR_TIME = Pattern.compile("((?:19|20)\\d{2})(\\d{1,2}:\\d{2})");
    private static final Pattern UPDATED =
            Pattern.compile("(?<=[\\da-z])(?=updated|modified|published|modifie|mis a jour)");
    private static final Pattern ERA = Pattern.compile("(\\d{4})(?=[هم](?!\\p{L}))");
    private static final Pattern DOTTED =
            Pattern.compile("(?<![\\d.])(\\d{1,2})\\.(\\d{2})(?= ?(?:gmt|utc|bst|cet|est|edt|et|am|pm)(?!\\p{L}))");

    private PartedDate() {}

    static String part(String folded) {
        String parted = YEAR_TIME.matcher(folded).replaceAll("$1 $2");
        parted = isLatin(parted) ? UPDATED.matcher(parted).replaceAll(" ") : parted;
        parted = ERA.matcher(parted).replaceAll("$1 ");
        return isLatin(parted) ? DOTTED.matcher(parted).replaceAll("$1:$2") : parted;
    }

    private static boolean isLatin(String folded) {
        return folded.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }
}
