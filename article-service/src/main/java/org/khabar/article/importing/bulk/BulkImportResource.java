package org.khabar.article.importing.bulk;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.ImportConfig;
import org.khabar.article.importing.form.RequestBody;

/** Imports of many items over HTTP: the body is a stream, and so is the answer. */
@Path("/imports")
@RolesAllowed({"editor", "admin", "service"})
class BulkImportResource {

    private static final Logger LOG = Logger.getLogger(BulkImportResource.class);

    static final String NDJSON = "application/x-ndjson";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");
    private static final int MAX_DIGITS = 18;

    private final BulkImport imports;
    private final SecurityIdentity caller;
    private final CurrentVertxRequest current;
    private final Vertx vertx;
    private final ObjectMapper json;
    private final ImportConfig itemConfig;
    private final BulkConfig config;

    BulkImportResource(
            BulkImport imports,
            SecurityIdentity caller,
            CurrentVertxRequest current,
            Vertx vertx,
            ObjectMapper json,
            ImportConfig itemConfig,
            BulkConfig config) {
        this.imports = imports;
        this.caller = caller;
        this.current = current;
        this.vertx = vertx;
        this.json = json;
        this.itemConfig = itemConfig;
        this.config = config;
    }

    /**
     * Imports each item of the body and answers a line of JSON for each once it is committed, then one line that says how
     * it ended.
     *
     * @param outlet an outlet's code, for all items that do not have one by the importer's word
     * @param language BCP 47 tag, for all items
     * @param from the first line or part that is imported; those before are passed over
     * @param results {@code failed} for lines of items that failed alone
     * @param key under which it is remembered how far the import came; sent again, it goes on there
     */
    @POST
    @Consumes({
        NDJSON,
        "multipart/form-data",
        "multipart/mixed",
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/xml",
        "text/xml"
    })
    @Produces(NDJSON)
    @RunOnVirtualThread
    public Response importAll(
            @QueryParam("outlet") @Nullable String outlet,
            @QueryParam("language") @Nullable String language,
            @QueryParam("from") @Nullable String from,
            @QueryParam("results") @Nullable String results,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("Content-Encoding") @Nullable String encoding,
            @Context HttpHeaders headers,
            InputStream body)
            throws IOException {
        BulkImport.Request request = new BulkImport.Request(
                caller.getPrincipal().getName(),
                outlet,
                language,
                position(from),
                key == null ? null : checked(key),
                caller.hasRole("editor") || caller.hasRole("admin"));
        boolean failuresOnly = failuresOnly(results);
        imports.check(request);
        imports.acquire();
        boolean answered = false;
        try {
            RoutingContext routing = current.getCurrent();
            ItemSource source = source(headers.getMediaType(), RequestBody.open(body, encoding, config.maxExpansion()));
            StreamingOutput answer = out -> answer(source, request, failuresOnly, out, routing);
            answered = true;
            return Response.ok(answer, NDJSON)
                    .header("Cache-Control", "no-store")
                    .build();
        } finally {
            if (!answered) {
                imports.release();
            }
        }
    }

    /** How far an import of the caller's has come. */
    @GET
    @Path("{key}")
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public ImportRecord find(@PathParam("key") String key) {
        return imports.find(caller.getPrincipal().getName(), checked(key))
                .orElseThrow(() -> RequestFailure.notFound("You have no import with this key."));
    }

    private void answer(
            ItemSource source,
            BulkImport.Request request,
            boolean failuresOnly,
            OutputStream out,
            RoutingContext routing) {
        HttpConnection connection = routing.request().connection();
        boolean whole = false;
        try {
            ResultLines lines = new ResultLines(
                    out, json.writer(), failuresOnly, (to, results) -> writeInTime(to, results, connection));
            whole = imports.run(source, request, lines) == BulkImport.End.WHOLE;
        } catch (IOException gone) {
            LOG.infof("Whoever imported is gone: %s", gone.getMessage());
        } finally {
            imports.release();
            if (!whole) {
                // The rest of the body is not wanted, and may have no end.
                routing.addEndHandler(ended -> connection.close());
            }
        }
    }

    /** A client that sends and does not read would keep its place, and with it a thread, for as long as it likes. */
    private void writeInTime(OutputStream out, byte[] results, HttpConnection connection) throws IOException {
        long timer = vertx.setTimer(config.writeTimeout().toMillis(), late -> cut(connection));
        try {
            out.write(results);
            out.flush();
        } finally {
            vertx.cancelTimer(timer);
        }
    }

    /**
     * At once, from below Vert.x's handler: that one closes in order, which waits for what the client does not take.
     */
    private static void cut(HttpConnection connection) {
        ((ConnectionBase) connection).channel().pipeline().firstContext().close();
    }

    private ItemSource source(MediaType type, InputStream body) {
        String name = (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
        if (name.equals(NDJSON)) {
            return new NdjsonSource(body, itemConfig.maxBytes());
        }
        if (name.startsWith("multipart/")) {
            return new MultipartSource(body, type.getParameters().get("boundary"), itemConfig.maxBytes());
        }
        return new DocumentSource(body, name, type.getParameters().get("charset"), config.maxDocumentBytes());
    }

    private static long position(@Nullable String from) {
        if (from == null || from.isEmpty()) {
            return 1;
        }
        boolean digits = from.length() <= MAX_DIGITS && from.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || Long.parseLong(from) < 1) {
            throw RequestFailure.badInput(
                    "from is not a decimal number from 1 on, of at most %d digits.".formatted(MAX_DIGITS));
        }
        return Long.parseLong(from);
    }

    private static boolean failuresOnly(@Nullable String results) {
        if (results == null || results.equals("all")) {
            return false;
        }
        if (results.equals("failed")) {
            return true;
        }
        throw RequestFailure.badInput("results is neither all nor failed.");
    }

    private static String checked(String key) {
        if (!KEY.matcher(key).matches()) {
            throw RequestFailure.badInput("The key of an import is 1 to 200 visible ASCII characters.");
        }
        return key;
    }
}
