package org.khabar.article.importing.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.UnreadablePage;

/**
 * The visible text of a page as passages in the page's order, and the block elements around them. Made in one walk that
 * keeps no call stack, so its time and memory are in proportion to the page.
 */
final class HtmlOutline {

    private static final Set<String> BLOCKS = Set.of(
            ("address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
                            + " footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre"
                            + " section summary table tbody td tfoot th thead tr ul")
                    .split(" "));

    /** What holds no text of the page, whatever is in it. */
    private static final Set<String> UNSEEN = Set.of(
            ("script style noscript template head iframe object embed applet svg canvas map math select option datalist"
                            + " textarea input button progress meter video audio frame noframes rp rt amp-ad amp-embed"
                            + " amp-analytics amp-consent amp-sidebar amp-user-notification amp-iframe")
                    .split(" "));

    private static final int MAX_PASSAGES = 100_000;

    /** In letters. */
    private static final int LONGEST_CAPTION = 400;

    private static final int MOST_OF_CAPTION = 8;

    private final List<Spot> spots;
    private final List<Passage> passages;
    private final List<Picture> pictures;

    private final List<Time> times;

    private HtmlOutline(Walk walk) {
        spots = walk.spots;
        passages = walk.passages;
        pictures = walk.pictures;
        times = walk.times;
    }

    static HtmlOutline of(Document page) throws UnreadablePage {
        Walk walk = new Walk();
        page.body().traverse(walk);
        if (walk.passages.size() >= MAX_PASSAGES) {
            throw new UnreadablePage(
                    UnreadablePage.Reason.TOO_LONG,
                    "The page has more than %d passages.".formatted(MAX_PASSAGES),
                    null);
        }
        reformLargeCaptions(walk);
        return new HtmlOutline(walk);
    }

    /** What looked like captions by a class, and turned out to be too much text for one. */
    private static void reformLargeCaptions(Walk walk) {
        boolean any = false;
        for (Spot spot : walk.spots) {
            spot.large = isLarge(walk.passages.subList(spot.from, spot.to)) && PassageForms.canBeCaption(spot.element);
            any |= spot.large;
        }
        if (any) {
            walk.passages.replaceAll(Passage::reformed);
        }
    }

    private static boolean isLarge(List<Passage> passages) {
        return passages.size() > MOST_OF_CAPTION
                || passages.stream().mapToInt(Passage::letters).sum() > LONGEST_CAPTION;
    }

    /** All block elements, each before those in it; the first is the body. */
    List<Spot> spots() {
        return spots;
    }

    List<Passage> passages() {
        return passages;
    }

    List<Picture> pictures() {
        return pictures;
    }

    /**
     * An image.
     *
     * @param before the index of the passage that follows it
     */
    record Picture(Element element, Spot spot, int before) {}

    List<Time> times() {
        return times;
    }

    /**
     * A {@code time} element.
     *
     * @param before the index of the passage that it is in or that follows it
     */
    record Time(Element element, Spot spot, int before) {}

    private static final class Walk implements NodeVisitor {

        private final List<Spot> spots = new ArrayList<>();
        private final List<Passage> passages = new ArrayList<>();
        private final List<Picture> pictures = new ArrayList<>();
        private final List<Time> times = new ArrayList<>();
        private final PassageText text = new PassageText();
        private @Nullable Spot current;
        private int unseen;
        private int links;
        private int bold;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode textNode) {
                if (unseen == 0) {
                    text.append(textNode.getWholeText(), links > 0, bold > 0);
                }
            } else if (node instanceof Element element) {
                enter(element);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                leave(element);
            }
        }

        private void enter(Element element) {
            String tag = element.normalName();
            if (UNSEEN.contains(tag)) {
                unseen++;
            }
            if (unseen > 0) {
                return;
            }
            if (tag.equals("a")) {
                links++;
                text.apartFromLink();
            }
            bold += isBold(tag) ? 1 : 0;
            if (tag.equals("time")) {
                times.add(new Time(element, currentSpot(), passages.size()));
            }
            if (tag.equals("br")) {
                breakLine();
            } else if (isPicture(tag)) {
                pictures.add(new Picture(element, currentSpot(), passages.size() + (text.isBlank() ? 0 : 1)));
            } else {
                SiteHint hint = SiteHints.of(element);
                if (isBlock(tag) || hint != null || PassageForms.isNamedCaption(element)) {
                    flush();
                    current = new Spot(element, current, passages.size(), hint);
                    spots.add(current);
                }
            }
        }

        private void leave(Element element) {
            String tag = element.normalName();
            if (UNSEEN.contains(tag)) {
                unseen--;
                return;
            }
            if (unseen > 0) {
                return;
            }
            if (tag.equals("a")) {
                links--;
                text.endLink();
            }
            bold -= isBold(tag) ? 1 : 0;
            Spot spot = current;
            if (spot != null && spot.element == element) {
                flush();
                spot.to = passages.size();
                current = spot.parent;
            }
        }

        /** A line break ends a passage when it is the second, or when a long passage ends a sentence there. */
        private void breakLine() {
            if (text.endsWithBreak() || text.isLongSentence()) {
                flush();
            } else {
                text.appendBreak();
            }
        }

        private void flush() {
            if (current != null && !text.isBlank() && passages.size() < MAX_PASSAGES) {
                passages.add(text.passage(current, PassageForms.of(current)));
            }
            text.clear();
        }

        private Spot currentSpot() {
            if (current == null) {
                throw new IllegalStateException("the walk starts at the body");
            }
            return current;
        }

        private static boolean isBlock(String tag) {
            return BLOCKS.contains(tag) || tag.indexOf('-') > 0;
        }

        private static boolean isBold(String tag) {
            return tag.equals("b") || tag.equals("strong");
        }

        private static boolean isPicture(String tag) {
            return tag.equals("img") || tag.equals("amp-img");
        }
    }
}
