package org.khabar.entity.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Carries an editor's decisions over to another version of an article. A decision stays where its surface still stands,
 * else moves to the nearest place of its block where it does, else of another block; it goes with the text that it was
 * about. No mention is made on a stretch that is decided.
 */
final class Decisions {

    private final List<String> blocks;
    private final List<FoundMention> kept = new ArrayList<>();

    private Decisions(List<String> blocks) {
        this.blocks = blocks;
    }

    /**
     * All mentions of the new version.
     *
     * @param decided the decided mentions of the version before
     * @param blocks the texts of the new version
     * @param linked what the linker says of it
     */
    static List<FoundMention> merge(List<FoundMention> decided, List<String> blocks, List<FoundMention> linked) {
        Decisions decisions = new Decisions(blocks);
        decided.forEach(decisions::keep);
        List<FoundMention> mentions = new ArrayList<>(decisions.kept);
        linked.stream().filter(decisions::isFree).forEach(mentions::add);
        return mentions;
    }

    private void keep(FoundMention decision) {
        anchor(decision).filter(this::isFree).ifPresent(kept::add);
    }

    private boolean isFree(FoundMention mention) {
        return kept.stream().noneMatch(mention::overlaps);
    }

    private Optional<FoundMention> anchor(FoundMention decision) {
        return places(decision).stream()
                .min(Comparator.<FoundMention>comparingInt(place -> Math.abs(place.block() - decision.block()))
                        .thenComparingInt(place -> Math.abs(place.start() - decision.start())));
    }

    private List<FoundMention> places(FoundMention decision) {
        List<FoundMention> places = new ArrayList<>();
        for (int block = 0; block < blocks.size(); block++) {
            String text = blocks.get(block);
            int start = text.indexOf(decision.surface());
            while (start >= 0) {
                places.add(decision.at(block, start));
                start = text.indexOf(decision.surface(), start + 1);
            }
        }
        return places;
    }
}
