package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.khabar.entity.tagging.AliasType;

class EntityShareTest {

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    @Test
    void sharesSumUpToOne() {
        List<EntityShare> shares = EntityShare.of(
                List.of(mention(FIRST, 1, MentionStatus.AUTO), mention(SECOND, 2, MentionStatus.AUTO)), Set.of());

        assertThat(shares).extracting(EntityShare::salience).containsExactlyInAnyOrder(0.5, 0.5);
    }

    @Test
    void theHeadlineAndTheFirstBlockWeighMore() {
        List<EntityShare> shares = EntityShare.of(
                List.of(mention(FIRST, 0, MentionStatus.AUTO), mention(SECOND, 2, MentionStatus.AUTO)), Set.of(FIRST));

        assertThat(shares).contains(new EntityShare(FIRST, 1, 5.0 / 6), new EntityShare(SECOND, 1, 1.0 / 6));
    }

    @Test
    void rejectedMentionsDoNotCount() {
        assertThat(EntityShare.of(List.of(mention(FIRST, 0, MentionStatus.REJECTED)), Set.of(FIRST)))
                .isEmpty();
    }

    private static FoundMention mention(UUID entity, int block, MentionStatus status) {
        return new FoundMention(entity, block, 0, 4, "حماس", AliasType.NAME, 0.9, status, List.of());
    }
}
