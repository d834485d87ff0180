package org.khabar.entity.relation;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.catalogue.EntityNode;

/** A relation of an entity to another one, as GraphQL shows it. */
@Type("EntityRelation")
public record RelationNode(
        @NonNull RelationKind kind,

        @NonNull @Description("The entity that the relation is to.")
        EntityNode entity,

        @Nullable @Description("Of the office; null for other kinds.")
        String title,

        @Nullable @Description("Its first day, when there is one and it is known.")
        LocalDate from,

        @Nullable @Description("Its last day; null when it lasts, or the day is not known.")
        LocalDate until) {

    static RelationNode of(Relation relation, EntityNode target) {
        return new RelationNode(
                relation.kind(),
                target,
                relation.title().isEmpty() ? null : relation.title(),
                relation.from(),
                relation.until());
    }
}
