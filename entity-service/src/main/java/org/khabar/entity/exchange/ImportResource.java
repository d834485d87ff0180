package org.khabar.entity.exchange;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.RequestFailure;

/** Imports of the catalogue: {@code POST /imports/entities}. The body is a stream of lines, and so is the answer. */
@Path(ImportResource.PATH)
@RolesAllowed("admin")
class ImportResource {

    static final String PATH = "/imports/entities";

    private static final Logger LOG = Logger.getLogger(ImportResource.class);
    private static final int MOST_DIGITS = 18;

    private final CatalogueImport imports;
    private final SecurityIdentity caller;
    private final CurrentVertxRequest current;
    private final Vertx vertx;
    private final ObjectMapper json;
    private final ExchangeConfig config;

    ImportResource(
            CatalogueImport imports,
            SecurityIdentity caller,
            CurrentVertxRequest current,
            Vertx vertx,
            ObjectMapper json,
            ExchangeConfig config) {
        this.imports = imports;
        this.caller = caller;
        this.current = current;
        this.vertx = vertx;
        this.json = json;
        this.config = config;
    }

    /**
     * Imports each line of the body and answers a line of JSON for each once it is committed, then one line that says how it
     * ended.
     *
     * @param from the first line that is imported; those before are passed over
     * @param results {@code failed} for lines of those that failed alone
     */
    @POST
    @Consumes(ExportResource.NDJSON)
    @Produces(ExportResource.NDJSON)
    @RunOnVirtualThread
    public Response importAll(
            @QueryParam("from") @Nullable String from,
            @QueryParam("results") @Nullable String results,
            @HeaderParam("Content-Encoding") @Nullable String encoding,
            InputStream body)
            throws IOException {
        long first = position(from);
        boolean failuresOnly = failuresOnly(results);
        String author = caller.getPrincipal().getName();
        imports.acquire();
        boolean answered = false;
        try {
            RoutingContext routing = current.getCurrent();
            LineSource source =
                    new LineSource(RequestBody.open(body, encoding, config.maxExpansion()), config.maxLineBytes());
            StreamingOutput answer = out -> answer(source, author, first, failuresOnly, out, routing);
            answered = true;
            return Response.ok(answer, ExportResource.NDJSON)
                    .header("Cache-Control", "no-store")
                    .build();
        } finally {
            if (!answered) {
                imports.release();
            }
        }
    }

    private void answer(
            LineSource source,
            String author,
            long from,
            boolean failuresOnly,
            OutputStream out,
            RoutingContext routing) {
        HttpConnection connection = routing.request().connection();
        boolean whole = false;
        try {
            ResultLines lines = new ResultLines(
                    out, json.writer(), failuresOnly, (to, results) -> writeInTime(to, results, connection));
            whole = imports.run(source, author, from, lines);
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
        long timer = vertx.setTimer(config.stallTimeout().toMillis(), late -> cut(connection));
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

    private static long position(@Nullable String from) {
        if (from == null || from.isEmpty()) {
            return 1;
        }
        boolean digits = from.length() <= MOST_DIGITS && from.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || Long.parseLong(from) < 1) {
            throw RequestFailure.badInput(
                    "from is not a decimal number from 1 on, of at most %d digits.".formatted(MOST_DIGITS));
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
}
