package org.khabar.article.importing.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.LeftOutReason;
import org.khabar.article.importing.page.OutletNames;
import org.khabar.article.importing.page.PageDate;
import org.khabar.article.importing.page.PageSignature;

/** Reads what stands around a headline: dates, bylines, the outlet's name. The first that says something wins. */
final class VisibleSignature {

    /** So many passages before the headline and behind the first running text can hold it. */
    private static final int BEFORE = 6;

    private static final int BEHIND = 4;
    private static final int MAX_READ = 60;

    private static final Set<String> OF_AUTHORS =
            Set.of("author", "authors", "byline", "writer", "auteur", "signature", "kateb", "katib");

    private final HtmlOutline outline;
    private final PageSignature.Reader reader;
    private final Set<Passage> used = new HashSet<>();

    private @Nullable PageDate date;
    private @Nullable PageDate updated;
    private @Nullable String time;
    private @Nullable String byline;
    private boolean signedByPerson;
    private @Nullable String credit;
    private OutletNames.@Nullable KnownOutlet outlet;

    VisibleSignature(HtmlOutline outline, OutletNames names) {
        this.outline = outline;
        reader = new PageSignature.Reader(names);
    }

    /**
     * Reads them.
     *
     * @param headline the index of the headline's passage, -1 when none shows it
     * @param article what holds the text
     */
    void read(int headline, Spot article) {
        int first = headline >= 0 ? headline : article.from;
        int from = Math.max(0, Math.min(first, article.from) - BEFORE);
        int to = endOfOpening(Math.max(first, article.from), article);
        List<Integer> order = new ArrayList<>();
        for (int i = Math.max(first, from); i < to && order.size() < MAX_READ; i++) {
            order.add(i);
        }
        for (int i = Math.max(first, from) - 1; i >= from; i--) {
            order.add(i);
        }
        order.forEach(this::readPassage);
        readTimes(from, Math.max(to, article.to));
    }

    private int endOfOpening(int from, Spot article) {
        int end = from;
        int prose = 0;
        while (end < article.to && prose < BEHIND) {
            prose += outline.passages().get(end).prose() > 0 ? 1 : 0;
            end++;
        }
        return Math.min(end + 1, outline.passages().size());
    }

    private void readPassage(int index) {
        Passage passage = outline.passages().get(index);
        if (passage.prose() > 0 || !canHoldSignature(passage.reason())) {
            return;
        }
        boolean told = reader.read(passage.text()).map(this::take).orElse(false);
        if (!told && byline == null && isOfAuthor(passage.spot())) {
            told = PageSignature.Reader.readName(passage.text())
                    .map(this::takeName)
                    .orElse(false);
        }
        if (told) {
            used.add(passage);
        }
    }

    private static boolean canHoldSignature(@Nullable LeftOutReason reason) {
        return reason == null || reason == LeftOutReason.PAGE_TOOLS || reason == LeftOutReason.OTHER_DATE;
    }

    private boolean take(PageSignature signature) {
        boolean told = signature.date() != null && takeDate(signature.date());
        String name = signature.byline();
        if (name != null && (byline == null || (!signedByPerson && !signature.ofOutlet()))) {
            byline = name;
            signedByPerson = !signature.ofOutlet();
            told = true;
        }
        if (signature.credit() != null && credit == null) {
            credit = signature.credit();
            told = true;
        }
        if (signature.outlet() != null && outlet == null) {
            outlet = signature.outlet();
            told = true;
        }
        return told;
    }

    private boolean takeName(String name) {
        byline = name;
        signedByPerson = true;
        return true;
    }

    private boolean takeDate(PageDate read) {
        if (read.isUpdate() && updated == null) {
            updated = read;
            return true;
        }
        if (!read.isUpdate() && date == null) {
            date = read;
            return true;
        }
        return false;
    }

    private void readTimes(int from, int to) {
        for (HtmlOutline.Time mark : outline.times()) {
            String stated = mark.element().attr("datetime");
            boolean near = mark.before() >= from && mark.before() <= to && canHoldSignature(mark.spot().reason);
            if (near && time == null && !stated.isBlank() && !isUpdate(mark)) {
                time = stated;
            }
        }
    }

    private static boolean isUpdate(HtmlOutline.Time mark) {
        String names =
                (mark.element().className() + " " + mark.element().attr("itemprop")).toLowerCase(java.util.Locale.ROOT);
        return names.contains("updated") && !names.contains("published") || names.contains("modified");
    }

    private static boolean isOfAuthor(Spot spot) {
        Spot at = spot;
        for (int level = 0; level < 3 && at != null; level++) {
            String names = at.element.className() + " " + at.element.id() + " " + at.element.attr("itemprop");
            if (names.length() <= SiteHints.MAX_NAMES) {
                for (String word : SiteHints.words(names)) {
                    if (OF_AUTHORS.contains(word)) {
                        return true;
                    }
                }
            }
            at = at.parent;
        }
        return false;
    }

    /** The passages that said something. */
    Set<Passage> used() {
        return used;
    }

    Optional<PageDate> date() {
        return Optional.ofNullable(date);
    }

    Optional<PageDate> updated() {
        return Optional.ofNullable(updated);
    }

    /** What the first time element states. */
    Optional<String> time() {
        return Optional.ofNullable(time);
    }

    Optional<String> byline() {
        return Optional.ofNullable(byline);
    }

    boolean isSignedByPerson() {
        return signedByPerson;
    }

    Optional<String> credit() {
        return Optional.ofNullable(credit);
    }

    Optional<OutletNames.KnownOutlet> outlet() {
        return Optional.ofNullable(outlet);
    }
}
