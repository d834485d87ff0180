package org.khabar.article.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.StoredArticle;
import org.khabar.article.importing.draft.FieldProvenance;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.LeftOutLine;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.page.PageDecoder;

/** Imports over HTTP: the page is the body. */
@Path("/imports")
@RolesAllowed({"editor", "admin", "service"})
class ImportResource {

    private final PageImporter importer;
    private final ImportConfig config;

    ImportResource(PageImporter importer, ImportConfig config) {
        this.importer = importer;
        this.config = config;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String status,
            String id,
            int version,
            List<ImportWarning> warnings,
            List<FieldProvenance> provenance,
            List<LeftOutLine> leftOut) {

        static Answer of(ImportOutcome outcome) {
            return new Answer(
                    outcome.stored().outcome().name().toLowerCase(Locale.ROOT),
                    outcome.stored().article().id(),
                    outcome.stored().article().version(),
                    outcome.draft().warnings(),
                    outcome.draft().provenance(),
                    outcome.draft().leftOut());
        }
    }

    /**
     * Imports one page of text. It is read as UTF-8 whatever charset the request names.
     *
     * @param outlet an outlet's code; without it the outlet is found by the URL or in the page
     * @param url where the page was published; decides which article it is
     * @param language BCP 47 tag; without it the language is recognised
     */
    @POST
    @Consumes(MediaType.TEXT_PLAIN)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response importPage(
            @QueryParam("outlet") @Nullable String outlet,
            @QueryParam("url") @Nullable String url,
            @QueryParam("language") @Nullable String language,
            InputStream body)
            throws IOException {
        ImportOutcome outcome = importer.importPage(new PageImport(decode(body), outlet, url, language));
        boolean created = outcome.stored().outcome() == StoredArticle.Outcome.CREATED;
        return Response.status(created ? 201 : 200).entity(Answer.of(outcome)).build();
    }

    private String decode(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(config.maxBytes() + 1);
        if (bytes.length > config.maxBytes()) {
            throw ImportFailures.tooLarge(config.maxBytes());
        }
        try {
            return PageDecoder.decode(bytes);
        } catch (UnreadablePage unreadable) {
            throw ImportFailures.of(unreadable);
        }
    }
}
