package org.khabar.entity.wikidata;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.EntityType;

/** An import of Wikidata as GraphQL shows it. */
@Type("WikidataImport")
public record WikidataImportNode(
        @Id @NonNull String id,
        @NonNull String file,
        @NonNull ImportState state,
        @NonNull ImportStage stage,

        @Description("From 0 to 1, by how much of the file was read; each of the two readings is a half.")
        double progress,

        @Description("Lines of items that were read in this stage.")
        int lines,

        @Description("Entities that it made.") int created,

        @Description("Items whose entity was there before.") int updated,

        @NonNull List<@NonNull WikidataSkip> skipped,

        @Nullable @Description("Why it failed.") String failure,

        @NonNull List<@NonNull EntityType> types,
        @NonNull List<@NonNull String> languages,
        int minSitelinks,
        @NonNull String requestedBy,
        @NonNull Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    static WikidataImportNode of(WikidataImport source, List<WikidataImport.Skips> skips) {
        return new WikidataImportNode(
                source.id().toString(),
                source.file(),
                source.state(),
                source.stage(),
                progress(source),
                source.lines(),
                source.created(),
                source.updated(),
                skips.stream()
                        .map(skip -> new WikidataSkip(skip.reason(), skip.count(), skip.example()))
                        .toList(),
                source.failure(),
                source.selection().types().stream().sorted().toList(),
                source.selection().languages(),
                source.selection().leastSitelinks(),
                source.requestedBy(),
                source.requestedAt(),
                source.startedAt(),
                source.endedAt());
    }

    private static double progress(WikidataImport source) {
        if (source.state() == ImportState.DONE) {
            return 1;
        }
        double read = source.fileSize() == 0 ? 0 : (double) source.filePosition() / source.fileSize();
        return (Math.min(1, read) + source.stage().ordinal()) / ImportStage.values().length;
    }
}
