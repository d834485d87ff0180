package org.khabar.article.importing.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.importing.draft.LeftOutLine;
import org.khabar.article.importing.draft.LeftOutReason;
import org.khabar.article.text.Folding;

/**
 * Tells what sort of piece an article is by the label of its section. Menus name all sections, so a label counts between
 * headline and text, alone right above the headline, or at the end of breadcrumbs there.
 */
final class KindLabel {

    private static final String RESOURCE = "kind-labels.tsv";
    private static final Pattern CRUMBS = Pattern.compile("\\s*(?:[/>»›|«‹\\\\]|&gt;)+\\s*");
    private static final int MAX_LENGTH = 200;
    private static final int MAX_LABEL_WORDS = 3;
    private static final Map<String, ArticleKind> KINDS = load();
    private static final Set<String> HOME = Stream.of("الرئيسية", "الصفحة الرئيسية", "Home", "Accueil")
            .map(Folding::key)
            .collect(Collectors.toUnmodifiableSet());

    private KindLabel() {}

    /**
     * @param leftOut the lines that are not part of the article, in the order of the page
     * @param headline the headline's line
     * @param text the first line of the text
     */
    static Optional<ArticleKind> find(List<LeftOutLine> leftOut, int headline, int text) {
        Stream<LeftOutLine> between = leftOut.stream()
                .filter(line ->
                        Objects.requireNonNull(line.line()) > headline && Objects.requireNonNull(line.line()) < text)
                .filter(line -> line.reason() == LeftOutReason.NAVIGATION);
        return Stream.concat(between, above(leftOut, headline).stream())
                .flatMap(line -> kind(line.text()).stream())
                .findFirst();
    }

    /** The last line above the headline, when it is no end of a menu. */
    private static Optional<LeftOutLine> above(List<LeftOutLine> leftOut, int headline) {
        List<LeftOutLine> lines = leftOut.stream()
                .filter(line -> Objects.requireNonNull(line.line()) < headline)
                .toList();
        boolean alone = lines.size() == 1 || (lines.size() > 1 && !isLabel(lines.get(lines.size() - 2)));
        return alone ? Optional.of(lines.getLast()) : Optional.empty();
    }

    private static boolean isLabel(LeftOutLine line) {
        return line.text().length() < MAX_LENGTH
                && Folding.key(line.text()).split(" ").length <= MAX_LABEL_WORDS
                && line.reason() == LeftOutReason.NAVIGATION;
    }

    private static Optional<ArticleKind> kind(String line) {
        if (line.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<String> crumbs = CRUMBS.splitAsStream(line.strip())
                .map(Folding::key)
                .filter(crumb -> !crumb.isEmpty())
                .toList();
        boolean path = crumbs.size() == 1 || (crumbs.size() > 1 && HOME.contains(crumbs.getFirst()));
        return path ? Optional.ofNullable(KINDS.get(crumbs.getLast())) : Optional.empty();
    }

    private static Map<String, ArticleKind> load() {
        Map<String, ArticleKind> kinds = new HashMap<>();
        WordList.read(RESOURCE)
                .map(row -> List.of(row.split("\t", -1)))
                .forEach(columns -> kinds.put(Folding.key(columns.get(1)), ArticleKind.valueOf(columns.get(0))));
        return Map.copyOf(kinds);
    }
}
