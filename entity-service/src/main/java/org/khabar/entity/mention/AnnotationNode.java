package org.khabar.entity.mention;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.linking.Link;
import org.khabar.entity.tagging.AliasType;

/** A mention of an entity in a text that is not stored. */
@Type("Annotation")
public record AnnotationNode(
        @NonNull EntityNode entity,

        @NonNull @Description("The text at the offsets, without an attached particle.")
        String surface,

        @Description("Where it begins, in UTF-16 code units.")
        int start,

        @Description("Where it ends, exclusive, in UTF-16 code units.")
        int end,

        @Description("From 0 to 1.") double confidence,

        @NonNull AliasType aliasType,

        @NonNull @Description("What speaks for and against it; all weights add up to the odds of the confidence.")
        List<@NonNull MentionReason> why) {

    static AnnotationNode of(Link link, EntityNode entity) {
        return new AnnotationNode(
                entity,
                link.occurrence().surface(),
                link.occurrence().start(),
                link.occurrence().end(),
                link.confidence(),
                link.aliasType(),
                MentionReason.listOf(link.why()));
    }
}
