package org.khabar.entity.editing;

import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.relation.RelationKind;

/** How an entity stands to another one. */
@Input("EntityRelationInput")
public record EntityRelationInput(
        @NonNull RelationKind kind,

        @Id @NonNull @Description("The entity that the relation is to.")
        String entity,

        @Nullable @Description("Of the office; for HOLDS_OFFICE alone, which must have one.")
        String title,

        @Nullable @Description("Its first day.") LocalDate from,
        @Nullable @Description("Its last day.") LocalDate until) {}
