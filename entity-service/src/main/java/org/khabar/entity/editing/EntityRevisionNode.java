package org.khabar.entity.editing;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** What was done to an entity, as GraphQL shows it. */
@Type("EntityRevision")
public record EntityRevisionNode(
        @Id
        @NonNull
        @Description("The entity that it was done to: the one whose history this is, or one that was merged into it.")
        String entityId,

        @Description("The version that came of it.") int version,
        @NonNull EntityRevisionKind kind,

        @Id @Nullable @Description("The entity that it was done with: merged, or split off.")
        String otherId,

        @NonNull String author,
        @NonNull Instant at,
        @Nullable String note,
        @NonNull List<@NonNull EntityChange> changes) {

    static EntityRevisionNode of(HistoryRepository.Row row) {
        EntityRevision revision = row.revision();
        return new EntityRevisionNode(
                revision.entity().toString(),
                revision.version(),
                revision.kind(),
                revision.other() == null ? null : revision.other().toString(),
                row.by().author(),
                row.at(),
                row.by().note(),
                revision.changes());
    }
}
