package org.khabar.entity.mention;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.khabar.entity.linking.Link;
import org.khabar.entity.linking.LinkingReason;
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

    FoundMention at(int otherBlock, int otherStart) {
        return new FoundMention(
                entity,
                otherBlock,
                otherStart,
                otherStart + surface.length(),
                surface,
                aliasType,
                confidence,
                status,
                why);
    }

    FoundMention of(UUID otherEntity) {
        return new FoundMention(otherEntity, block, start, end, surface, aliasType, confidence, status, why);
    }

    /** As an editor has decided it. */
    FoundMention decided(UUID otherEntity) {
        return new FoundMention(
                otherEntity, block, start, end, surface, aliasType, confidence, MentionStatus.CONFIRMED, why);
    }

    boolean overlaps(FoundMention other) {
        return block == other.block && start < other.end && other.start < end;
    }
}
