package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.page.HeaderForms.Form;

/**
 * Finds the headline among the lines above the text. In this order: a line that the page's title repeats; the first
 * line as long as a headline behind the site's menu and above the first date or byline, see {@link HeadlineChoice}; a
 * line that looks like a byline, breadcrumb or list item when there is no other; a sentence.
 */
final class HeadlineFinder {

    private static final int MAX_SENTENCE_HEADLINE_WORDS = 25;
    private static final int MAX_LINES = 400;

    private final HeaderForms forms;
    private final OutletNames outlets;

    HeadlineFinder(HeaderForms forms, OutletNames outlets) {
        this.forms = forms;
        this.outlets = outlets;
    }

    /**
     * A headline.
     *
     * @param index of its line
     * @param line as it stands there, without a bullet or a site's name behind it
     * @param outlet the site that the line names behind it
     */
    record Headline(int index, PageLine line, OutletNames.@Nullable KnownOutlet outlet) {}

    Headline find(List<PageLine> lines) throws UnreadablePage {
        List<Form> zone = zone(lines);
        Optional<Integer> repeated = repeatedByTitle(lines, zone);
        if (repeated.isPresent()) {
            return new Headline(repeated.get(), lines.get(repeated.get()), null);
        }
        Optional<Integer> chosen = new HeadlineChoice(lines, zone).choose();
        if (chosen.isPresent()) {
            return withoutSite(chosen.get(), lines.get(chosen.get()));
        }
        int doubtful = zone.indexOf(Form.DOUBTFUL);
        if (doubtful >= 0) {
            PageLine line = lines.get(doubtful);
            String text = BodyForms.bulletOf(line.text()).orElse(line.text());
            return new Headline(doubtful, PageLine.of(line.number(), text, line.afterBlank()), null);
        }
        int word = chromeWord(lines, zone);
        if (word >= 0) {
            return new Headline(word, lines.get(word), null);
        }
        int sentence = sentence(lines, zone);
        return new Headline(sentence, lines.get(sentence), null);
    }

    /** The forms of the lines before the first paragraph. */
    private List<Form> zone(List<PageLine> lines) {
        List<Form> zone = new ArrayList<>();
        while (zone.size() < Math.min(lines.size(), MAX_LINES)) {
            Form form = forms.of(lines.get(zone.size()));
            boolean headline = form == Form.TEXT && !zone.contains(Form.TITLE) && isQuestion(lines, zone.size());
            if (form == Form.TEXT && !headline) {
                break;
            }
            zone.add(headline ? Form.TITLE : form);
        }
        return zone;
    }

    /** A long question or exclamation above running text is a headline; a long statement begins the text. */
    private static boolean isQuestion(List<PageLine> lines, int index) {
        PageLine line = lines.get(index);
        return line.words() <= MAX_SENTENCE_HEADLINE_WORDS
                && !line.endsStatement()
                && PageLines.lastRunningText(lines) > index;
    }

    private static Optional<Integer> repeatedByTitle(List<PageLine> lines, List<Form> zone) {
        List<String> keys =
                lines.subList(0, zone.size()).stream().map(PageLine::key).toList();
        for (int i = 0; i < zone.size(); i++) {
            Optional<PageTitle> title = PageTitle.of(lines.get(i));
            if (title.isEmpty()) {
                continue;
            }
            String key = PageLine.of(1, title.get().headline(), true).key();
            int repeated = keys.subList(i + 1, keys.size()).indexOf(key);
            if (repeated >= 0) {
                return Optional.of(i + 1 + repeated);
            }
        }
        return Optional.empty();
    }

    private Headline withoutSite(int index, PageLine line) {
        PageTitle title = PageTitle.of(line).orElse(null);
        if (title == null || Credits.isCredit(title.site())) {
            return new Headline(index, line, null);
        }
        return outlets.findByName(title.site())
                .map(site -> new Headline(index, PageLine.of(line.number(), title.headline(), line.afterBlank()), site))
                .orElse(new Headline(index, line, null));
    }

    /** "الطقس" right above the date of a page that has no other headline; -1 when there is no such line. */
    private static int chromeWord(List<PageLine> lines, List<Form> zone) {
        int signature = zone.indexOf(Form.DATE);
        boolean headed = zone.contains(Form.DATE) && zone.contains(Form.BYLINE);
        boolean word = headed && signature > 0 && lines.get(signature - 1).hasLetters();
        return word && !BodyForms.isAddress(lines.get(signature - 1).text()) ? signature - 1 : -1;
    }

    private static int sentence(List<PageLine> lines, List<Form> zone) throws UnreadablePage {
        int text = zone.size();
        if (text >= lines.size()) {
            throw new UnreadablePage(UnreadablePage.Reason.NO_HEADLINE, "The page has no headline.", null);
        }
        PageLine line = lines.get(text);
        boolean headerOver = zone.contains(Form.DATE) && zone.contains(Form.BYLINE);
        if (headerOver || line.words() > MAX_SENTENCE_HEADLINE_WORDS) {
            throw new UnreadablePage(
                    UnreadablePage.Reason.NO_HEADLINE,
                    "The page has no headline: its text begins at line %d.".formatted(line.number()),
                    line.number());
        }
        return text;
    }
}
