package org.khabar.entity.ruling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.khabar.entity.text.NormalizedText;
import org.khabar.entity.text.TextNormalizer;
import org.khabar.entity.text.Token;
import org.khabar.entity.text.TokenizedText;

/**
 * Finds the stretches of rulings in another version of their article.
 *
 * <p>A stretch stands where its surface does, whatever its marks and spelling: at the place with most of the words that were
 * around it, else in the nearest block, else at the nearest place there. Of two rulings each has a stretch of its own; two may
 * overlap unless both say whom theirs means. Where no place is left the ruling stands nowhere, and waits for a version that
 * has one.
 */
public final class Anchors {

    /** What may stand before a name in one word with it. */
    private static final String PARTICLES = "وفبكل";

    private final List<TokenizedText> blocks;
    private final List<Ruling> placed = new ArrayList<>();

    private Anchors(List<String> blocks) {
        this.blocks = blocks.stream().map(TokenizedText::of).toList();
    }

    /** The same rulings, where they stand in these texts; in the order in which they are given. */
    public static List<Ruling> find(List<String> blocks, List<Ruling> rulings) {
        if (rulings.isEmpty()) {
            return List.of();
        }
        Anchors anchors = new Anchors(blocks);
        return rulings.stream().map(anchors::find).toList();
    }

    private Ruling find(Ruling ruling) {
        RuledStretch stretch = ruling.stretch();
        Ruling found = places(stretch).stream()
                .filter(place -> placed.stream().noneMatch(other -> excludeEachOther(other, ruling.at(place))))
                .min(nearest(stretch))
                .map(ruling::at)
                .orElseGet(ruling::lost);
        if (found.standing()) {
            placed.add(found);
        }
        return found;
    }

    private static boolean excludeEachOther(Ruling one, Ruling other) {
        RuledStretch stretch = other.stretch();
        boolean bothMean = one.verdict().meant() != null && other.verdict().meant() != null;
        return one.isOn(stretch.block(), stretch.start(), stretch.end())
                || bothMean && one.stretch().overlaps(stretch.block(), stretch.start(), stretch.end());
    }

    private static Comparator<RuledStretch> nearest(RuledStretch stretch) {
        return Comparator.<RuledStretch>comparingInt(place -> -place.around().inCommon(stretch.around()))
                .thenComparingInt(place -> Math.abs(place.block() - stretch.block()))
                .thenComparingInt(place -> Math.abs(place.start() - stretch.start()));
    }

    private List<RuledStretch> places(RuledStretch stretch) {
        String wanted = TextNormalizer.normalize(stretch.surface()).value().strip();
        List<RuledStretch> places = new ArrayList<>();
        for (int block = 0; block < blocks.size() && !wanted.isEmpty(); block++) {
            TokenizedText text = blocks.get(block);
            int from = text.text().value().indexOf(wanted);
            while (from >= 0) {
                if (isName(text, from, from + wanted.length())) {
                    places.add(place(stretch, block, from, from + wanted.length()));
                }
                from = text.text().value().indexOf(wanted, from + 1);
            }
        }
        return places;
    }

    private RuledStretch place(RuledStretch stretch, int block, int from, int to) {
        TokenizedText text = blocks.get(block);
        NormalizedText normalized = text.text();
        int start = normalized.originalStart(from);
        int end = normalized.originalEnd(to - 1);
        String surface = normalized.original().substring(start, end);
        return stretch.at(block, start, surface, Surroundings.of(text, start, end));
    }

    /** Whether whole words stand there, but for particles before the first. */
    private static boolean isName(TokenizedText text, int from, int to) {
        boolean begins = false;
        boolean ends = false;
        for (Token token : text.tokens()) {
            begins |= token.from() <= from && from < token.to() && areParticles(text.text(), token.from(), from);
            ends |= token.to() == to;
        }
        return begins && ends;
    }

    private static boolean areParticles(NormalizedText text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (PARTICLES.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
