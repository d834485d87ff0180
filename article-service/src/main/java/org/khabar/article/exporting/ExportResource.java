package org.khabar.article.exporting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleFilter;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.FilterParameters;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.feed.FeedChanges;

/** Bulk export: {@code GET /exports/articles?after=CURSOR}, an article a line. */
@Path("/exports/articles")
@RolesAllowed({"partner", "admin", "service"})
class ExportResource {

    private static final String NDJSON = "application/x-ndjson";

    /** The id of the feed's newest event when the export began: who follows the feed from there misses nothing. */
    private static final String FEED_POSITION = "Khabar-Last-Event-Id";

    private final ArticleExport export;
    private final ExportStreams streams;
    private final FeedChanges changes;

    ExportResource(ArticleExport export, ExportStreams streams, FeedChanges changes) {
        this.export = export;
        this.streams = streams;
        this.changes = changes;
    }

    /**
     * All articles that readers may see, in the order that they came in.
     *
     * @param after the cursor of the last line that the client has; absent or empty to begin
     * @param outletCodes only of these outlets; none for all
     * @param languages only in these languages (BCP 47 tags); none for all
     * @param kinds only of these kinds; none for all
     * @param from only published at this instant or later
     * @param before only published before this instant
     */
    @GET
    @RunOnVirtualThread
    public Response export(
            @QueryParam("after") @Nullable String after,
            @QueryParam("outlet") List<String> outletCodes,
            @QueryParam("language") List<String> languages,
            @QueryParam("kind") List<String> kinds,
            @QueryParam("publishedFrom") @Nullable String from,
            @QueryParam("publishedBefore") @Nullable String before,
            @Context HttpHeaders headers,
            @Context RoutingContext request) {
        ArticleFilter filter = FilterParameters.read(outletCodes, languages, kinds, from, before);
        UUID start = after == null || after.isEmpty() ? null : article(after);
        long position = changes.readHead();
        List<ArticleNode> first = export.listBatch(start, filter);
        boolean gzip = GzipAnswer.isAccepted(headers.getRequestHeader(HttpHeaders.ACCEPT_ENCODING));
        ExportStreams.Place place = streams.begin(request);
        StreamingOutput body = out -> place.write(out, gzip, counted -> export.write(first, filter, counted));
        Response.ResponseBuilder answer = Response.ok(body, NDJSON)
                .header(FEED_POSITION, position)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return (gzip ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer).build();
    }

    private static UUID article(String cursor) {
        try {
            return ExportLine.article(cursor);
        } catch (IllegalArgumentException malformed) {
            throw RequestFailure.badInput("after is not a cursor of an export.");
        }
    }
}
