package org.khabar.entity.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What comes of decisions. */
class VerdictTest {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID THIRD = new UUID(0, 3);

    @Test
    void aReassignedMentionIsNotOfTheFormerEntity() {
        assertThat(verdict(reassigned(ONE, OTHER))).isEqualTo(new Verdict(OTHER, Set.of(ONE)));
    }

    @Test
    void aLaterDecisionAboutAnEntityReplacesTheEarlier() {
        assertThat(verdict(confirmed(ONE), rejected(ONE))).isEqualTo(new Verdict(null, Set.of(ONE)));
        assertThat(verdict(rejected(ONE), confirmed(ONE))).isEqualTo(new Verdict(ONE, Set.of()));
    }

    @Test
    void rejectionsAddUp() {
        assertThat(verdict(rejected(ONE), rejected(OTHER))).isEqualTo(new Verdict(null, Set.of(ONE, OTHER)));
    }

    @Test
    void excludesAllOthersOfAMeantEntityAndOnlyTheRejectedWithoutOne() {
        Verdict meant = verdict(rejected(OTHER), confirmed(ONE));
        Verdict open = verdict(rejected(ONE));

        assertThat(meant.excludes(ONE)).isFalse();
        assertThat(meant.excludes(THIRD)).isTrue();
        assertThat(open.excludes(ONE)).isTrue();
        assertThat(open.excludes(THIRD)).isFalse();
        assertThat(Verdict.NONE.inForce()).isFalse();
    }

    private static Verdict verdict(Decision... decisions) {
        return Verdict.of(List.of(decisions));
    }

    private static Decision confirmed(UUID entity) {
        return Decision.confirmed(entity, "salma", null);
    }

    private static Decision rejected(UUID entity) {
        return Decision.rejected(entity, "salma", null);
    }

    private static Decision reassigned(UUID former, UUID entity) {
        return Decision.reassigned(former, entity, "salma", null);
    }
}
