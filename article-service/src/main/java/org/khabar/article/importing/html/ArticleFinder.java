package org.khabar.article.importing.html;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.html.SiteHint.Strength;

/**
 * Finds the element that holds the article. Each passage of running text speaks for the elements around it, the closer
 * the more (the idea is that of Arc90's Readability), and what an element says of itself adds to that. The best one is
 * widened to its parent as long as what comes in is running text too.
 */
final class ArticleFinder {

    private static final int LEVELS = 6;
    private static final double FADING = 0.62;

    /** A passage counts for so much at most, so that one long passage does not outweigh an article. */
    private static final double MOST_OF_PASSAGE = 900;

    /** How much of the page's running text an element may hold and still be believed to be none of the article. */
    private static final double WORD_SHARE = 0.4;

    private static final double TAG_SHARE = 0.6;
    private static final double SURE_SHARE = 0.9;

    private static final double WIDENING_PURITY = 0.72;
    private static final double WIDENING_GAIN = 0.04;
    private static final int WIDENING_LEVELS = 5;

    private static final double LEAST_OF_ARTICLE = 200;

    private final HtmlOutline outline;
    private final double[] prose;
    private final double[] letters;

    ArticleFinder(HtmlOutline outline) {
        this.outline = outline;
        List<Passage> passages = outline.passages();
        prose = new double[passages.size() + 1];
        letters = new double[passages.size() + 1];
    }

    /**
     * Finds what holds the article, once {@link #markSiteParts} has marked what does not.
     *
     * @param stated the article's text as the page states it for machines, null when it states none
     * @param headline the index of the passage that shows the headline, -1 when none does
     * @return null when the page has no running text
     */
    @Nullable
    Spot find(@Nullable String stated, int headline) {
        sum();
        Spot best = stated == null ? null : new StatedText(stated).find(outline);
        if (best != null) {
            return best;
        }
        Spot scored = best();
        return scored == null ? null : oneOfSeveral(widened(scored), headline);
    }

    /** Of several articles in a row, which some sites show, the one that has the headline. */
    private Spot oneOfSeveral(Spot found, int headline) {
        Spot own = headline < 0 ? null : outline.passages().get(headline).spot();
        while (own != null && !own.element.normalName().equals("article")) {
            own = own.parent;
        }
        if (own == null || own == found || proseIn(own) == 0) {
            return found;
        }
        Spot article = own;
        if (!found.contains(own)) {
            boolean other = !own.contains(found) && isWithinArticle(found) && proseIn(own) >= LEAST_OF_ARTICLE;
            return other ? own : found;
        }
        boolean several = outline.spots().stream()
                .anyMatch(spot -> spot.element.normalName().equals("article")
                        && found.contains(spot)
                        && (spot.from >= article.to || spot.to <= article.from)
                        && proseIn(spot) > 0);
        return several ? article : found;
    }

    private static boolean isWithinArticle(Spot spot) {
        Spot at = spot;
        while (at != null && !at.element.normalName().equals("article")) {
            at = at.parent;
        }
        return at != null;
    }

    /** Prefix sums over the passages that are not left out so far. */
    private void sum() {
        List<Passage> passages = outline.passages();
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            boolean counts = passage.reason() == null;
            prose[i + 1] = prose[i] + (counts ? passage.prose() : 0);
            letters[i + 1] = letters[i] + (counts ? passage.letters() : 0);
        }
    }

    private double proseIn(Spot spot) {
        return prose[spot.to] - prose[spot.from];
    }

    private double lettersIn(Spot spot) {
        return letters[spot.to] - letters[spot.from];
    }

    /** Marks what is none of the article by what its markup says. */
    void markSiteParts() {
        sum();
        double all = prose[prose.length - 1];
        for (Spot spot : outline.spots()) {
            Spot parent = spot.parent;
            if (parent != null && parent.reason != null) {
                spot.reason = parent.reason;
            } else if (spot.hint != null && proseIn(spot) <= all * share(spot.hint.strength())) {
                spot.reason = spot.hint.reason();
            }
        }
    }

    private static double share(Strength strength) {
        return switch (strength) {
            case WORD -> WORD_SHARE;
            case TAG -> TAG_SHARE;
            case SURE -> SURE_SHARE;
        };
    }

    private @Nullable Spot best() {
        List<Spot> scored = new ArrayList<>();
        for (Passage passage : outline.passages()) {
            double weight = passage.reason() == null ? Math.min(passage.prose(), MOST_OF_PASSAGE) : 0;
            if (weight > 0) {
                speak(passage, weight, scored);
            }
        }
        Spot best = null;
        for (Spot spot : scored) {
            spot.score *= ArticleHints.weight(spot.element);
            if (best == null || spot.score > best.score) {
                best = spot;
            }
        }
        return best;
    }

    private static void speak(Passage passage, double weight, List<Spot> scored) {
        Spot spot = container(passage.spot());
        double share = weight;
        for (int level = 0; level < LEVELS && spot != null; level++) {
            if (spot.score == 0) {
                scored.add(spot);
            }
            spot.score += share;
            share *= FADING;
            spot = spot.parent;
        }
    }

    /** What a passage speaks for first: not its paragraph, which holds no other. */
    private static Spot container(Spot spot) {
        Spot at = spot;
        while (at.parent != null && isParagraph(at)) {
            at = at.parent;
        }
        return at;
    }

    /** Whether an element is one that paragraphs are made of, and holds no others. */
    static boolean isParagraph(Spot spot) {
        return switch (spot.element.normalName()) {
            case "p", "li", "ul", "ol", "blockquote", "pre", "dd", "dt", "dl", "tr", "tbody" -> true;
            default -> false;
        };
    }

    private Spot widened(Spot best) {
        Spot widest = best;
        Spot at = best;
        for (int level = 0; level < WIDENING_LEVELS && at.parent != null && !at.parent.isBody(); level++) {
            if (ArticleHints.isArticle(widest.element)) {
                return widest;
            }
            at = at.parent;
            double gain = proseIn(at) - proseIn(widest);
            double added = lettersIn(at) - lettersIn(widest);
            if (gain > 0 && gain >= proseIn(widest) * WIDENING_GAIN && gain >= added * WIDENING_PURITY) {
                widest = at;
            }
        }
        return widest;
    }
}
