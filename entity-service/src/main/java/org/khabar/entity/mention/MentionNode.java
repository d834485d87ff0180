package org.khabar.entity.mention;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.sibling.Siblings;
import org.khabar.entity.tagging.AliasType;

/** A mention of an entity in an article. */
@Type("Mention")
public record MentionNode(
        @Id
        @NonNull
        @Description("For decisions about it; another one when it stands elsewhere or is of another entity.")
        String id,

        @NonNull EntityNode entity,

        @NonNull @Description("The block's text at the offsets, without an attached particle.")
        String surface,

        @Description("Index of the block in the article's blocks.")
        int block,

        @Description("Where it begins in the block's text, in UTF-16 code units.")
        int start,

        @Description("Where it ends in the block's text, exclusive, in UTF-16 code units.")
        int end,

        @Description("From 0 to 1.") double confidence,

        @NonNull MentionStatus status,
        @NonNull AliasType aliasType,

        @NonNull
        @Description(
                "What speaks for and against it; all weights add up to the odds of the confidence. Empty for mentions that were stored before reasons were.")
        List<@NonNull MentionReason> why,

        @Ignore MentionPlace place,
        @Ignore Siblings<UUID> articles) {

    /** @param articles those whose mentions were found together with it */
    static MentionNode of(MentionRow row, EntityNode entity, Siblings<UUID> articles) {
        MentionPlace place = row.place();
        return new MentionNode(
                new MentionId(place, row.entityId).encode(),
                entity,
                row.surface,
                row.block,
                row.start,
                row.end,
                row.confidence,
                row.status,
                row.aliasType,
                MentionReason.listOf(Reasons.parse(row.why)),
                place,
                articles);
    }
}
