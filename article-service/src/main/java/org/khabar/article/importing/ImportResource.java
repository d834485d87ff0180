package org.khabar.article.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
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
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.FieldProvenance;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.LeftOutLine;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.form.RequestBody;
import org.khabar.article.importing.page.PageDecoder;

/** Imports over HTTP: the page is the body. */
@Path("/imports")
@RolesAllowed({"editor", "admin", "service"})
class ImportResource {

    /** How little of a body is unpacked is a matter of its own limit. */
    private static final int MAX_EXPANSION = Integer.MAX_VALUE;

    private final PageImporter importer;
    private final HtmlImporter html;
    private final ImportConfig config;

    ImportResource(PageImporter importer, HtmlImporter html, ImportConfig config) {
        this.importer = importer;
        this.html = html;
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
            ArticleDraft draft = outcome.draft();
            return new Answer(
                    outcome.stored().outcome().name().toLowerCase(Locale.ROOT),
                    outcome.stored().article().id(),
                    outcome.stored().article().version(),
                    draft == null ? List.of() : draft.warnings(),
                    draft == null ? List.of() : draft.provenance(),
                    draft == null ? List.of() : draft.leftOut());
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
            @HeaderParam("Content-Encoding") @Nullable String encoding,
            InputStream body)
            throws IOException {
        return answer(ImportMeter.counted(
                ImportMeter.Form.TEXT,
                () -> importer.importPage(new PageImport(decode(body, encoding), outlet, url, language))));
    }

    /**
     * Imports one HTML page. Its charset is that of its byte order mark, else that of the request, else its own.
     *
     * @param outlet an outlet's code; without it the outlet is found by the URL or in the page
     * @param url where the page was published; without it the page's own word for it counts
     * @param language BCP 47 tag; without it the language is the one that the page states or recognised
     */
    @POST
    @Consumes({MediaType.TEXT_HTML, MediaType.APPLICATION_XHTML_XML})
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response importHtml(
            @QueryParam("outlet") @Nullable String outlet,
            @QueryParam("url") @Nullable String url,
            @QueryParam("language") @Nullable String language,
            @HeaderParam("Content-Type") MediaType type,
            @HeaderParam("Content-Encoding") @Nullable String encoding,
            InputStream body)
            throws IOException {
        String charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        InputStream page = RequestBody.open(body, encoding, MAX_EXPANSION);
        return answer(ImportMeter.counted(
                ImportMeter.Form.HTML,
                () -> html.importStream(page, charset, new PageImport("", outlet, url, language))));
    }

    private static Response answer(ImportOutcome outcome) {
        boolean created = outcome.stored().outcome() == StoredArticle.Outcome.CREATED;
        return Response.status(created ? 201 : 200).entity(Answer.of(outcome)).build();
    }

    /**
     * Imports one article as a JSON object: a ninjs item, or Khabar's own form.
     *
     * @param outlet as above
     * @param language as above
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response importJson(
            @QueryParam("outlet") @Nullable String outlet,
            @QueryParam("language") @Nullable String language,
            @HeaderParam("Content-Encoding") @Nullable String encoding,
            InputStream body)
            throws IOException {
        return answer(ImportMeter.counted(
                ImportMeter.Form.JSON, () -> importer.importJson(bytes(body, encoding), outlet, language)));
    }

    private byte[] bytes(InputStream body, @Nullable String encoding) throws IOException {
        byte[] bytes = RequestBody.open(body, encoding, MAX_EXPANSION).readNBytes(config.maxBytes() + 1);
        if (bytes.length > config.maxBytes()) {
            throw ImportFailures.tooLarge(config.maxBytes());
        }
        return bytes;
    }

    private String decode(InputStream body, @Nullable String encoding) throws IOException {
        try {
            return PageDecoder.decode(bytes(body, encoding));
        } catch (UnreadablePage unreadable) {
            throw ImportFailures.of(unreadable);
        }
    }
}
