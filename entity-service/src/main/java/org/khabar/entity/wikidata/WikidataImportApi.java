package org.khabar.entity.wikidata;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.tagging.EntityType;

/** Imports of Wikidata over GraphQL; for those who run Khabar. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed("admin")
public class WikidataImportApi {

    private final WikidataImports imports;
    private final SecurityIdentity identity;

    WikidataImportApi(WikidataImports imports, SecurityIdentity identity) {
        this.imports = imports;
        this.identity = identity;
    }

    @Mutation
    @Description("Begins to import a dump of Wikidata (JSON, plain or compressed by gzip or bzip2) in the background.")
    public @NonNull WikidataImportNode importWikidata(
            @NonNull @Description("The name of a file in the service's directory of dumps.") String file,
            @Nullable @Description("All types when not given.") List<@NonNull EntityType> types,
            @Nullable @Description("BCP 47 tags; those that are configured when not given.")
                    List<@NonNull String> languages,
            @Nullable @Description("How many pages of Wikimedia must be about an item; 0 when not given.")
                    Integer minSitelinks) {
        return imports.start(
                file, types, languages, minSitelinks, identity.getPrincipal().getName());
    }

    @Mutation
    @Description("Stops an import before its next batch; what was written stays.")
    public @NonNull WikidataImportNode cancelWikidataImport(@Id @NonNull String id) {
        return imports.cancel(parse(id).orElseThrow(() -> noSuchImport(id))).orElseThrow(() -> noSuchImport(id));
    }

    @Query
    @Nullable
    @Description("The import with this id; null when there is none.")
    public WikidataImportNode wikidataImport(@Id @NonNull String id) {
        return parse(id).flatMap(imports::find).orElse(null);
    }

    @Query
    @Description("The latest imports, the newest first.")
    public @NonNull List<@NonNull WikidataImportNode> wikidataImports(@Nullable Integer first) {
        return imports.listLatest(first);
    }

    private static RequestFailure noSuchImport(String id) {
        return RequestFailure.notFound("There is no import with the id \"%s\".".formatted(id));
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
