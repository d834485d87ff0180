package org.khabar.article.importing.page;

import java.util.regex.Pattern;

/** Sets the blank between a name and the day of a week where copying a page lost it: "محمد العلويالأربعاء 5 مارس". */
final class PartedName {

    private static final Pattern WEEKDAY = Pattern.compile(
            "(?<=\\p{L})(?=(?:الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت)[ ،]{1,3}\\d)");

    private PartedName() {}

    static PageLine part(PageLine line) {
        boolean figures = !line.folded().isEmpty() && line.text().codePoints().anyMatch(Character::isDigit);
        if (!figures) {
            return line;
        }
        String parted = WEEKDAY.matcher(line.text()).replaceAll(" ");
        return parted.equals(line.text()) ? line : PageLine.of(line.number(), parted, line.afterBlank());
    }
}
