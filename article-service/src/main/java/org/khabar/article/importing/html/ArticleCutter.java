package org.khabar.article.importing.html;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.LeftOutReason;
import org.khabar.article.text.Folding;

/** Cuts out of the element that holds the article what sites put into it: boxes of links, share buttons, tags. */
final class ArticleCutter {

    /** What headings stand over that are none of the article. */
    private static final Set<LeftOutReason> LISTED = EnumSet.of(
            LeftOutReason.RELATED_LINK,
            LeftOutReason.LATEST_NEWS,
            LeftOutReason.COMMENTS,
            LeftOutReason.TAGS,
            LeftOutReason.NEWSLETTER);

    private static final double LINKED = 0.7;
    private static final double ALL_LINKED = 0.85;
    private static final int MAX_LINK_WORDS = 30;

    /** A link of so few words that stands alone is a source, not a headline. */
    private static final int FEW_WORDS = 3;

    private static final int MAX_TITLE = 400;
    private static final int CLOSING = 4;
    private static final int SHORTEST_STANDFIRST = 40;
    private static final int MAX_TIME = 60;

    private final List<Passage> passages;
    private final List<HtmlOutline.Time> times;
    private final Spot article;
    private final HtmlHeadline headline;
    private final Set<Passage> signed;
    private final @Nullable LeftOutReason[] reasons;
    private final Map<Spot, Boolean> linkLists = new HashMap<>();

    /**
     * For one page.
     *
     * @param headline what the page calls its headline
     * @param signed the passages that say when and by whom it was published
     */
    ArticleCutter(HtmlOutline outline, Spot article, HtmlHeadline headline, Set<Passage> signed) {
        passages = outline.passages();
        times = outline.times();
        this.article = article;
        this.headline = headline;
        this.signed = signed;
        reasons = new LeftOutReason[passages.size()];
    }

    ArticleText cut() {
        for (int i = 0; i < passages.size(); i++) {
            reasons[i] = isInside(i) || isStandfirst(i) ? reasonOf(i) : outside(i);
        }
        cutTimes();
        if (isInside(headline.index())) {
            cutOpening();
        }
        cutClosing();
        cutEmptyHeadings();
        return result();
    }

    private boolean isInside(int index) {
        return index >= article.from && index < article.to;
    }

    /** Running text between the headline and the text, in an element that is named for it. */
    private boolean isStandfirst(int index) {
        Passage passage = passages.get(index);
        boolean between = headline.index() >= 0 && index > headline.index() && index < article.from;
        return between
                && passage.endsSentence()
                && passage.letters() >= SHORTEST_STANDFIRST
                && passage.linkDensity() < LINKED
                && ArticleHints.isStandfirst(passage.spot());
    }

    private LeftOutReason outside(int index) {
        Passage passage = passages.get(index);
        LeftOutReason said = passage.reason() == null && passage.text().length() <= MAX_TITLE
                ? SitePhrases.find(passage.text())
                : passage.reason();
        return said != null ? said : index < article.from ? LeftOutReason.NAVIGATION : LeftOutReason.AFTER_END;
    }

    private @Nullable LeftOutReason reasonOf(int index) {
        Passage passage = passages.get(index);
        LeftOutReason marked = passage.reason();
        if (marked != null) {
            return marked;
        }
        if (isHeadline(passage)) {
            return LeftOutReason.NAVIGATION;
        }
        if (passage.form() == Passage.Form.CAPTION) {
            return LeftOutReason.PHOTO;
        }
        if (signed.contains(passage)) {
            return LeftOutReason.PAGE_TOOLS;
        }
        LeftOutReason said = SitePhrases.find(passage.text());
        if (said != null) {
            return said;
        }
        return isLink(index) ? LeftOutReason.RELATED_LINK : null;
    }

    private boolean isHeadline(Passage passage) {
        return passage.text().length() <= MAX_TITLE && headline.keys().contains(Folding.key(passage.text()));
    }

    private boolean isLink(int index) {
        Passage passage = passages.get(index);
        if (!isLinked(passage)) {
            return false;
        }
        if (passage.form() == Passage.Form.LIST_ITEM) {
            return isLinkList(passage.spot());
        }
        int words = passage.text().split(" ").length;
        boolean aside = words <= FEW_WORDS && !isLinkedAt(index - 1) && !isLinkedAt(index + 1);
        return !aside && (words <= MAX_LINK_WORDS || passage.linkDensity() >= ALL_LINKED);
    }

    private static boolean isLinked(Passage passage) {
        return passage.prose() == 0 && passage.linkDensity() >= LINKED;
    }

    private boolean isLinkedAt(int index) {
        return isInside(index) && isLinked(passages.get(index));
    }

    /** Whether an item's list is one of links. */
    private boolean isLinkList(Spot item) {
        Spot list = item.parent == null ? item : item.parent;
        return linkLists.computeIfAbsent(list, this::isLinked);
    }

    private boolean isLinked(Spot list) {
        double letters = 0;
        double linked = 0;
        for (Passage passage : passages.subList(list.from, list.to)) {
            letters += passage.letters();
            linked += passage.linked();
        }
        return linked >= letters * LINKED;
    }

    /** What stands before the first running text and is no heading: dates, bylines, sections. */
    private void cutOpening() {
        int first = article.from;
        while (first < article.to
                && (reasons[first] != null || passages.get(first).prose() == 0)) {
            first++;
        }
        if (first == article.to) {
            return;
        }
        for (int i = article.from; i < first; i++) {
            if (reasons[i] == null && !isOpening(i)) {
                reasons[i] = LeftOutReason.PAGE_TOOLS;
            }
        }
    }

    /** What is nothing but a time element: the times of a live blog's posts. */
    private void cutTimes() {
        for (HtmlOutline.Time time : times) {
            int index = time.before();
            if (isInside(index) && reasons[index] == null && isTime(passages.get(index), time)) {
                reasons[index] = LeftOutReason.OTHER_DATE;
            }
        }
    }

    private static boolean isTime(Passage passage, HtmlOutline.Time time) {
        return passage.text().length() <= MAX_TIME
                && passage.text().equals(PlainText.of(time.element().ownText()));
    }

    /** Behind the last running text: lists of which each item has a link, and farewells within the last few passages. */
    private void cutClosing() {
        int seen = 0;
        boolean prose = false;
        for (int i = article.to - 1; i >= article.from && seen < CLOSING; i--) {
            Passage passage = passages.get(i);
            if (reasons[i] != null) {
                continue;
            }
            boolean listed = !prose && passage.form() == Passage.Form.LIST_ITEM && passage.prose() == 0;
            if (SitePhrases.isFarewell(passage.text())) {
                reasons[i] = LeftOutReason.NEWSLETTER;
            } else if (listed && passage.linked() > 0) {
                reasons[i] = LeftOutReason.RELATED_LINK;
            } else {
                prose |= passage.prose() > 0;
                seen++;
            }
        }
    }

    private boolean isOpening(int index) {
        Passage passage = passages.get(index);
        return passage.endsSentence() || passage.form() == Passage.Form.LIST_ITEM;
    }

    /** A heading belongs to what follows it, so it goes where that goes. */
    private void cutEmptyHeadings() {
        boolean followed = false;
        for (int i = article.to - 1; i >= article.from; i--) {
            boolean heading = passages.get(i).isHeading();
            if (heading && !followed && reasons[i] == null) {
                reasons[i] = LeftOutReason.RELATED_LINK;
            }
            boolean links = passages.get(i).reason() == null && LISTED.contains(reasons[i]) && !heading;
            followed = reasons[i] == null || (followed && !links);
        }
    }

    private ArticleText result() {
        List<Passage> kept = new ArrayList<>();
        List<ArticleText.LeftOut> leftOut = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            LeftOutReason reason = reasons[i];
            if (reason == null) {
                kept.add(passages.get(i));
            } else {
                leftOut.add(new ArticleText.LeftOut(passages.get(i), reason));
            }
        }
        return new ArticleText(kept, leftOut);
    }
}
