package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.khabar.entity.linking.LinkingFeature;
import org.khabar.entity.linking.LinkingReason;

class ReasonsTest {

    @Test
    void reasonsAreReadAsTheyWereWritten() {
        List<LinkingReason> reasons =
                List.of(new LinkingReason(LinkingFeature.KIND, -1.73), new LinkingReason(LinkingFeature.TITLE, 2.83));

        assertThat(Reasons.parse(Reasons.format(reasons))).isEqualTo(reasons);
        assertThat(Reasons.parse(Reasons.format(List.of()))).isEmpty();
    }

    @Test
    void whatAnotherVersionOfTheServiceWroteIsLeftOut() {
        assertThat(Reasons.parse("KIND 2.2;ASTROLOGY 9.0"))
                .containsExactly(new LinkingReason(LinkingFeature.KIND, 2.2));
    }
}
