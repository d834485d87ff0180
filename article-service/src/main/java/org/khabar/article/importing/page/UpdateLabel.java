package org.khabar.article.importing.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a date line calls its dates: that of the publication, that of a later change. */
final class UpdateLabel {

    private static final Pattern PUBLISHED =
            Pattern.compile("(?<!\\p{L})(?:published|posted|publie|نشر|نشرت|تاريخ النشر)(?!\\p{L})");

    private UpdateLabel() {}

    /**
     * The part of the text that has the date that counts. "Published …, updated …": the first one. A label at the start
     * says what the only date is.
     */
    static String cut(String text, DateParts parts) {
        boolean digitsBefore = false;
        int at = 0;
        for (String word : text.split(" ")) {
            if (CalendarWords.isUpdate(DateLineWords.bare(word))) {
                int published = digitsBefore ? -1 : publishedBehind(text, at);
                if (published >= 0) {
                    return text.substring(published);
                }
                parts.update = !digitsBefore;
                return digitsBefore ? text.substring(0, at) : text.substring(at + word.length());
            }
            digitsBefore |= word.chars().anyMatch(Character::isDigit);
            at += word.length() + 1;
        }
        return text;
    }

    /** "Updated: … | Published: …": the index of the second label where a date stands before it, else -1. */
    private static int publishedBehind(String text, int update) {
        Matcher published = PUBLISHED.matcher(text);
        boolean found = published.find(update)
                && text.substring(update, published.start()).chars().anyMatch(Character::isDigit);
        return found ? published.start() : -1;
    }
}
