package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.khabar.article.importing.page.HeaderForms.Form;

/**
 * Chooses the headline from the forms of the lines above the text. Sites put menus, lists of latest headlines, section
 * labels and the day's date above it; subtitles, captions, dates and names below it.
 */
final class HeadlineChoice {

    private static final int MAX_KICKER_WORDS = 4;
    private static final int MIN_WORDS_BELOW_KICKER = 8;
    private static final int MENU_RUN = 2;
    private static final int MANY_LABELS = 4;

    private final List<PageLine> lines;
    private final List<Form> zone;

    HeadlineChoice(List<PageLine> lines, List<Form> zone) {
        this.lines = lines;
        this.zone = zone;
    }

    /** The index of the headline, empty when no line has the form of one. */
    Optional<Integer> choose() {
        List<Integer> group = group(behindMenu());
        if (group.isEmpty()) {
            return Optional.empty();
        }
        if (isSetOffLabel(group)) {
            return Optional.of(group.getLast());
        }
        List<Integer> titles = titlesBehindLabels(group);
        return Optional.of(titles.isEmpty() ? longest(group) : ofTitles(titles));
    }

    /** Whether a short headline stands apart right above the date or byline, and the longer lines amid a menu. */
    private boolean isSetOffLabel(List<Integer> group) {
        int last = group.getLast();
        boolean apart = zone.get(last) == Form.LABEL
                && lines.get(last).afterBlank()
                && last + 1 < zone.size()
                && zone.get(last + 1) != Form.TOOL;
        List<Integer> titles =
                group.stream().filter(i -> zone.get(i) == Form.TITLE).toList();
        return apart
                && !titles.isEmpty()
                && titles.stream()
                        .noneMatch(i ->
                                lines.get(i).afterBlank() || lines.get(i + 1).afterBlank());
    }

    private int longest(List<Integer> labels) {
        int longest = labels.getFirst();
        for (int i : labels) {
            longest = lines.get(i).words() >= lines.get(longest).words() ? i : longest;
        }
        return longest;
    }

    /** The index of the first line behind the menu: its last line that a headline follows. */
    private int behindMenu() {
        for (int i = zone.size() - 1; i >= 0; i--) {
            if (zone.get(i) == Form.MENU && isAboveHeadline(i)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** A section's name stands below a headline too: a menu is longer, or what is behind it has a date of its own. */
    private boolean isAboveHeadline(int menu) {
        List<Integer> group = group(menu + 1);
        boolean title = group.stream().anyMatch(i -> zone.get(i) == Form.TITLE);
        boolean titleBefore = zone.subList(0, menu).contains(Form.TITLE);
        if (!title) {
            return !group.isEmpty() && !titleBefore;
        }
        boolean run = menu + 1 >= MENU_RUN && zone.get(menu - 1) == Form.MENU;
        return !titleBefore || run || isDateFrom(group.getLast() + 1);
    }

    private boolean isDateFrom(int index) {
        return zone.subList(Math.min(index, zone.size()), zone.size()).contains(Form.DATE);
    }

    /** The titles and labels from there on, up to the first date or byline below a title. */
    private List<Integer> group(int from) {
        List<Integer> group = new ArrayList<>();
        boolean title = false;
        for (int i = from; i < zone.size(); i++) {
            Form form = zone.get(i);
            boolean over = form == Form.DATE || form == Form.BYLINE || form == Form.DOUBTFUL;
            if (over && (title || (!group.isEmpty() && !isTitleAboveDate(i, form)))) {
                break;
            }
            if (form == Form.TITLE || form == Form.LABEL) {
                group.add(i);
                title |= form == Form.TITLE;
            }
        }
        return group;
    }

    /** Whether a byline stands above the headline, which then has a date below it, and the lines before are labels. */
    private boolean isTitleAboveDate(int signature, Form form) {
        if (form == Form.DATE) {
            return false;
        }
        List<Form> below = zone.subList(signature + 1, zone.size());
        int title = below.indexOf(Form.TITLE);
        return title >= 0 && below.subList(title, below.size()).contains(Form.DATE);
    }

    /** Titles between the labels of a menu are of the menu as well: only those behind the last labels count. */
    private List<Integer> titlesBehindLabels(List<Integer> group) {
        long labels = group.stream().filter(i -> zone.get(i) == Form.LABEL).count();
        int runNeeded = labels >= MANY_LABELS ? 1 : 2;
        List<Integer> titles = new ArrayList<>();
        int run = 0;
        for (int i : group) {
            boolean label = zone.get(i) == Form.LABEL;
            if (!label && run >= runNeeded) {
                titles.clear();
            }
            run = label ? run + 1 : 0;
            if (!label) {
                titles.add(i);
            }
        }
        return titles;
    }

    private int ofTitles(List<Integer> titles) {
        int first = setOff(titles);
        int next = first + 1;
        boolean kicker = titles.contains(next) && isKicker(lines.get(first), lines.get(next));
        return kicker ? next : first;
    }

    /** Of titles in a row, the first that a blank line sets off from at least two that none sets off: a ticker. */
    private int setOff(List<Integer> titles) {
        int together = 0;
        for (int i = 1; i < titles.size(); i++) {
            boolean apart = lines.get(titles.get(i)).afterBlank();
            if (apart && together > 0) {
                return titles.get(i);
            }
            if (apart) {
                break;
            }
            together++;
        }
        return titles.getFirst();
    }

    /** A line above the headline that says what it is about: ends with a colon, or is much shorter. */
    private static boolean isKicker(PageLine line, PageLine next) {
        boolean colon = line.text().endsWith(":");
        return colon || (line.words() <= MAX_KICKER_WORDS && next.words() >= MIN_WORDS_BELOW_KICKER);
    }
}
