package org.khabar.article.importing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.VisibleArticles;
import org.khabar.article.failure.RequestFailure;

/** Imports over GraphQL. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"editor", "admin", "service"})
public class ImportApi {

    private final PageImporter importer;
    private final HtmlImporter html;
    private final VisibleArticles callers;
    private final ImportConfig config;

    ImportApi(PageImporter importer, HtmlImporter html, VisibleArticles callers, ImportConfig config) {
        this.importer = importer;
        this.html = html;
        this.callers = callers;
        this.config = config;
    }

    @Mutation
    @Description("Imports a page, its text or its HTML. The same page again changes nothing; a changed one is a new"
            + " revision.")
    public @NonNull ImportResult importArticle(@NonNull ImportArticleInput input) {
        String text = input.text();
        String page = input.html();
        if ((text == null) == (page == null)) {
            throw RequestFailure.badInput("A page is given as text or as html, one of the two.");
        }
        ImportOutcome outcome = text == null
                ? ImportMeter.counted(ImportMeter.Form.HTML, () -> html.importText(page(input, page)))
                : ImportMeter.counted(ImportMeter.Form.TEXT, () -> importText(page(input, text)));
        return ImportResult.of(outcome, callers.statuses());
    }

    private ImportOutcome importText(PageImport page) {
        if (page.text().getBytes(StandardCharsets.UTF_8).length > config.maxBytes()) {
            throw ImportFailures.tooLarge(config.maxBytes());
        }
        return importer.importPage(page);
    }

    private static PageImport page(ImportArticleInput input, @Nullable String text) {
        return input.toImport(Objects.requireNonNull(text));
    }
}
