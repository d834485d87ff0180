package org.khabar.entity.exchange;

import io.quarkus.security.identity.SecurityIdentity;
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
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.RequestFailure;

/** The whole catalogue: {@code GET /exports/entities?after=CURSOR}, an entity a line. */
@Path("/exports/entities")
@RolesAllowed({"partner", "admin", "service"})
class ExportResource {

    static final String NDJSON = "application/x-ndjson";

    private final CatalogueExport export;
    private final ExportStreams streams;
    private final SecurityIdentity caller;

    ExportResource(CatalogueExport export, ExportStreams streams, SecurityIdentity caller) {
        this.export = export;
        this.streams = streams;
        this.caller = caller;
    }

    /**
     * All entities, in the order of ids, then those that were merged. Hidden ones are for admins alone.
     *
     * @param after the cursor of the last line that the client has; absent or empty to begin
     */
    @GET
    @RunOnVirtualThread
    public Response export(
            @QueryParam("after") @Nullable String after,
            @Context HttpHeaders headers,
            @Context RoutingContext request) {
        boolean hiddenToo = caller.hasRole("admin");
        CatalogueExport.Batch first = export.read(position(after), hiddenToo);
        boolean gzip = GzipAnswer.isAccepted(headers.getRequestHeader(HttpHeaders.ACCEPT_ENCODING));
        ExportStreams.Place place = streams.begin(request);
        StreamingOutput body = out -> place.write(out, gzip, counted -> export.write(first, hiddenToo, counted));
        Response.ResponseBuilder answer = Response.ok(body, NDJSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        return (gzip ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip") : answer).build();
    }

    private static ExportPosition position(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return ExportPosition.START;
        }
        try {
            return ExportPosition.of(after);
        } catch (IllegalArgumentException malformed) {
            throw RequestFailure.badInput("after is not a cursor of an export.");
        }
    }
}
