package org.khabar.article.importing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** Imports over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"editor", "admin", "service"})
public class ImportApi {

    private final PageImporter importer;
    private final ImportConfig config;

    ImportApi(PageImporter importer, ImportConfig config) {
        this.importer = importer;
        this.config = config;
    }

    @Mutation
    @Description("Imports the text of a page. The same page again changes nothing; a changed one is a new revision.")
    public @NonNull ImportResult importArticle(@NonNull ImportArticleInput input) {
        if (input.text().getBytes(StandardCharsets.UTF_8).length > config.maxBytes()) {
            throw ImportFailures.tooLarge(config.maxBytes());
        }
        PageImport page = new PageImport(input.text(), input.outlet(), input.url(), input.language());
        return ImportResult.of(importer.importPage(page));
    }
}
