package org.khabar.entity.exchange;

import io.netty.channel.ChannelFuture;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;
import org.khabar.entity.failure.ErrorCode;
import org.khabar.entity.failure.RequestFailure;

/** The exports that are under way here: how many, and none for a client that does not read. */
@ApplicationScoped
class ExportStreams {

    private static final Logger LOG = Logger.getLogger(ExportStreams.class);
    private static final int BUFFER = 64 * 1024;
    private static final int CHECKS_PER_TIMEOUT = 4;

    private final Semaphore places;
    private final Duration stallTimeout;
    private final Vertx vertx;

    ExportStreams(ExchangeConfig config, Vertx vertx) {
        this.places = new Semaphore(config.maxExports());
        this.stallTimeout = config.stallTimeout();
        this.vertx = vertx;
    }

    /** Writes a body. */
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Takes a place, which is free again when the body is written or the answer ends otherwise.
     *
     * @throws RequestFailure when there is none
     */
    Place begin(RoutingContext request) {
        if (!places.tryAcquire()) {
            throw new RequestFailure(
                    ErrorCode.LIMIT_EXCEEDED, 429, "Too many exports are under way; try again later.", null);
        }
        Place place = new Place(request.request());
        request.addEndHandler(ended -> place.end());
        return place;
    }

    /** One export under way. */
    final class Place {

        private final HttpServerRequest request;
        private final AtomicBoolean free = new AtomicBoolean();
        private final long watch;
        private volatile long lastWrite = System.nanoTime();

        private Place(HttpServerRequest request) {
            this.request = request;
            long interval = Math.max(1, stallTimeout.toMillis() / CHECKS_PER_TIMEOUT);
            watch = vertx.setPeriodic(interval, timer -> cutIfStalled());
        }

        /** Writes the body, and cuts the answer off when that fails: its end must not look like the catalogue's. */
        void write(OutputStream out, boolean gzip, Body body) {
            try {
                write(new Counted(out), gzip, body);
            } catch (IOException gone) {
                LOG.debugf("An export's client is gone: %s", gone);
                abandon(out);
            } catch (RuntimeException failed) {
                LOG.error("An export failed and was cut off", failed);
                abandon(out);
            } finally {
                end();
            }
        }

        private void write(Counted out, boolean gzip, Body body) throws IOException {
            if (!gzip) {
                body.write(out);
                return;
            }
            GZIPOutputStream zipped = new GZIPOutputStream(out, BUFFER, true);
            body.write(zipped);
            zipped.finish();
        }

        private void cutIfStalled() {
            if (System.nanoTime() - lastWrite > stallTimeout.toNanos()) {
                LOG.info("An export was cut off: its client read nothing for " + stallTimeout);
                cut();
                end();
            }
        }

        /** Closes the body as well, while nothing of that reaches the client: whoever called us would. */
        private void abandon(OutputStream out) {
            cut();
            try {
                out.close();
            } catch (IOException gone) {
                LOG.tracef("An export was cut off: %s", gone);
            }
        }

        /** Below Vert.x, which would close the connection after what the client does not take. */
        private void cut() {
            if (request.version() != HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
                ChannelFuture unused = connection.channelHandlerContext().close();
            } else if (!request.response().ended()) {
                request.response().reset();
            }
        }

        private void end() {
            if (free.compareAndSet(false, true)) {
                vertx.cancelTimer(watch);
                places.release();
            }
        }

        /** Notes when a write was taken: one that waits for the client is not. */
        private final class Counted extends FilterOutputStream {

            private Counted(OutputStream out) {
                super(out);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
                lastWrite = System.nanoTime();
            }

            @Override
            public void write(int value) throws IOException {
                out.write(value);
                lastWrite = System.nanoTime();
            }
        }
    }
}
