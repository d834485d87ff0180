package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.khabar.entity.tagging.AliasType;

class DecisionsTest {

    private static final UUID HAMAS = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void aDecisionStaysWhereItsSurfaceStands() {
        FoundMention confirmed = mention(HAMAS, 0, 5, MentionStatus.CONFIRMED);

        assertThat(Decisions.merge(List.of(confirmed), List.of("قالت حماس"), List.of()))
                .containsExactly(confirmed);
    }

    @Test
    void aDecisionMovesToTheNearestPlaceOfItsSurface() {
        FoundMention confirmed = mention(HAMAS, 0, 5, MentionStatus.CONFIRMED);

        assertThat(Decisions.merge(List.of(confirmed), List.of("حماس: قالت أمس حماس"), List.of()))
                .containsExactly(confirmed.at(0, 0));
        assertThat(Decisions.merge(List.of(confirmed), List.of("لا شيء", "نعم حماس"), List.of()))
                .containsExactly(confirmed.at(1, 4));
    }

    @Test
    void aDecisionGoesWithTheTextThatItWasAbout() {
        assertThat(Decisions.merge(List.of(mention(HAMAS, 0, 5, MentionStatus.REJECTED)), List.of("نص آخر"), List.of()))
                .isEmpty();
    }

    @Test
    void nothingIsMadeOnADecidedStretch() {
        FoundMention rejected = mention(HAMAS, 0, 5, MentionStatus.REJECTED);
        FoundMention again = mention(OTHER, 0, 5, MentionStatus.AUTO);
        FoundMention elsewhere = mention(OTHER, 0, 10, MentionStatus.AUTO);

        assertThat(Decisions.merge(List.of(rejected), List.of("قالت حماس حماس"), List.of(again, elsewhere)))
                .containsExactly(rejected, elsewhere);
    }

    private static FoundMention mention(UUID entity, int block, int start, MentionStatus status) {
        return new FoundMention(entity, block, start, start + 4, "حماس", AliasType.NAME, 0.9, status, List.of());
    }
}
