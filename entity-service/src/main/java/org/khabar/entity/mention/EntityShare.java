package org.khabar.entity.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * How much of an article is about one entity.
 *
 * @param mentionCount its mentions in the blocks, rejected ones left out
 * @param salience its part of the weight of all mentions, from 0 to 1; a mention weighs 1, being named in the headline 3
 *     more, in the first block 1 more
 */
record EntityShare(UUID entity, int mentionCount, double salience) {

    private static final double HEADLINE_WEIGHT = 3;
    private static final double FIRST_BLOCK_WEIGHT = 1;

    /** @param headline the entities that the headline names */
    static List<EntityShare> of(List<FoundMention> mentions, Set<UUID> headline) {
        Map<UUID, Integer> counts = new HashMap<>();
        Set<UUID> first = new HashSet<>();
        for (FoundMention mention : mentions) {
            if (mention.status() == MentionStatus.REJECTED) {
                continue;
            }
            counts.merge(mention.entity(), 1, Integer::sum);
            if (mention.block() == 0) {
                first.add(mention.entity());
            }
        }
        Map<UUID, Double> weights = new HashMap<>();
        counts.forEach((entity, count) -> weights.put(
                entity,
                count
                        + (headline.contains(entity) ? HEADLINE_WEIGHT : 0)
                        + (first.contains(entity) ? FIRST_BLOCK_WEIGHT : 0)));
        double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        List<EntityShare> shares = new ArrayList<>();
        weights.forEach(
                (entity, weight) -> shares.add(new EntityShare(entity, counts.getOrDefault(entity, 0), weight / all)));
        return shares;
    }
}
