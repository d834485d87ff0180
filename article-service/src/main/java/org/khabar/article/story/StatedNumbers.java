package org.khabar.article.story;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that a text names in digits: amounts, dates, times, shares. */
final class StatedNumbers {

    private static final Pattern NUMBER = Pattern.compile("[0-9]++(?:[.,:/٫٬][0-9]++)*+");
    private static final Pattern SEPARATOR = Pattern.compile("[.,:/٫٬]");

    private StatedNumbers() {}

    /**
     * Each number once, its separators alike: 4,6 is 4.6.
     *
     * @param folded a text as {@link org.khabar.article.text.Folding#fold} gives it, with the digits of any script as 0-9
     */
    static Set<String> of(String folded) {
        Set<String> numbers = new HashSet<>();
        Matcher matcher = NUMBER.matcher(folded);
        while (matcher.find()) {
            numbers.add(SEPARATOR.matcher(matcher.group()).replaceAll("."));
        }
        return numbers;
    }
}
