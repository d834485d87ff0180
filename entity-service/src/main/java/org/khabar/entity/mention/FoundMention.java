package org.khabar.entity.mention;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.khabar.entity.linking.Link;
import org.khabar.entity.linking.LinkingFeature;
import org.khabar.entity.linking.LinkingReason;
import org.khabar.entity.ruling.RuledStretch;
import org.khabar.entity.ruling.Ruling;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.Occurrence;

/**
 * A mention in an article.
 *
 * @param block index of the block
 * @param start where it begins in the block's text, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param surface the block's text between the two
 * @param why what speaks for and against it
 */
record FoundMention(
        UUID entity,
        int block,
        int start,
        int end,
        String surface,
        AliasType aliasType,
        double confidence,
        MentionStatus status,
        List<LinkingReason> why) {

    /** The odds of a confidence of 1, as near as a number comes. */
    private static final LinkingReason DECIDED = new LinkingReason(LinkingFeature.DECIDED, 20);

    FoundMention {
        Objects.requireNonNull(entity);
        Objects.requireNonNull(aliasType);
        Objects.requireNonNull(status);
        why = List.copyOf(why);
        if (block < 0 || start < 0 || end - start != surface.length() || surface.isEmpty()) {
            throw new IllegalArgumentException(
                    "a mention of \"%s\" in block %d from %d to %d".formatted(surface, block, start, end));
        }
    }

    static FoundMention of(Link link, int block) {
        Occurrence occurrence = link.occurrence();
        return new FoundMention(
                link.entity(),
                block,
                occurrence.start(),
                occurrence.end(),
                occurrence.surface(),
                link.aliasType(),
                link.confidence(),
                MentionStatus.AUTO,
                link.why());
    }

    FoundMention of(UUID otherEntity) {
        return new FoundMention(otherEntity, block, start, end, surface, aliasType, confidence, status, why);
    }

    /** As editors have decided it. */
    FoundMention decided(UUID otherEntity) {
        return new FoundMention(
                otherEntity, block, start, end, surface, aliasType, 1, MentionStatus.CONFIRMED, List.of(DECIDED));
    }

    /** As it was before editors decided about it; what spoke for it is not known any more. */
    FoundMention undecided(UUID otherEntity) {
        return new FoundMention(
                otherEntity, block, start, end, surface, aliasType, confidence, MentionStatus.AUTO, List.of());
    }

    /** What editors have decided that a stretch means. */
    static Optional<FoundMention> of(Ruling ruling) {
        RuledStretch stretch = ruling.stretch();
        return Optional.ofNullable(ruling.verdict().meant())
                .map(entity -> new FoundMention(
                        entity,
                        stretch.block(),
                        stretch.start(),
                        stretch.end(),
                        stretch.surface(),
                        stretch.aliasType(),
                        1,
                        MentionStatus.CONFIRMED,
                        List.of(DECIDED)));
    }

    boolean overlaps(FoundMention other) {
        return block == other.block && start < other.end && other.start < end;
    }
}
