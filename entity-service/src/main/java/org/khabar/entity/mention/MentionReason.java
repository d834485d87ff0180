package org.khabar.entity.mention;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.entity.linking.LinkingFeature;
import org.khabar.entity.linking.LinkingReason;

/** Something that speaks for or against a mention. */
public record MentionReason(
        @NonNull LinkingFeature feature,

        @Description("Natural logarithm of odds; above 0 it speaks for the mention.")
        double weight) {

    static List<MentionReason> listOf(List<LinkingReason> reasons) {
        return reasons.stream()
                .map(reason -> new MentionReason(reason.feature(), reason.weight()))
                .toList();
    }
}
