package org.khabar.gateway.live;

import io.netty.handler.codec.DecoderException;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.execute.SubgraphRequest;
import org.khabar.gateway.json.JsonSyntaxException;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.security.Caller;
import org.khabar.gateway.security.UnauthenticatedException;

/**
 * One event stream of a subgraph. When it breaks off after it was open, it is opened anew for a while, with pauses that
 * grow; events in between are lost. Used on the event loop of the client's connection.
 */
final class Upstream {
    private static final Logger LOG = Logger.getLogger(Upstream.class);
    private static final String ID = "1";

    private final Upstreams upstreams;
    private final LiveConfig config;
    private final SubgraphRequest request;
    private final @Nullable String url;
    private final Session session;
    private final EventListener listener;
    private final Retries retries;
    private @Nullable WebSocket socket;
    private long timer = -1;
    private int attempt;
    private boolean acknowledged;
    private boolean heard;
    private boolean done;

    Upstream(
            Upstreams upstreams,
            SubgraphRequest request,
            @Nullable String url,
            Session session,
            EventListener listener) {
        this.upstreams = upstreams;
        this.config = upstreams.config();
        this.request = request;
        this.url = url;
        this.session = session;
        this.listener = listener;
        this.retries = new Retries(config.firstReconnect(), config.longestReconnect(), config.reconnectFor());
    }

    void open() {
        OnLoop.<Caller>then(
                session.loop(), () -> upstreams.callers().renew(session.caller()), this::connect, this::unrenewed);
    }

    private void unrenewed(Throwable failure) {
        if (failure instanceof UnauthenticatedException) {
            fail("UNAUTHENTICATED", "the token expired before it could be opened");
        } else {
            lost(failure);
        }
    }

    private void connect(Caller caller) {
        if (done) {
            return;
        }
        timeOutAfter(config.openTimeout().toMillis());
        WebSocketConnectOptions options = Upstreams.address(url);
        session.headers(caller).forEach(options::addHeader);
        int own = ++attempt;
        upstreams
                .client()
                .connect(options)
                .onComplete(connected -> session.run(() -> {
                    if (own != attempt) {
                        connected.map(late -> late.close());
                    } else if (connected.failed()) {
                        refused(connected.cause());
                    } else {
                        use(connected.result(), caller);
                    }
                }));
    }

    private void timeOutAfter(long millis) {
        upstreams.vertx().cancelTimer(timer);
        timer = upstreams.vertx().setTimer(millis, _ -> session.run(this::lookForLife));
    }

    /** Pings while anything came since the last ping; otherwise gives the connection up. */
    private void lookForLife() {
        WebSocket open = socket;
        if (done) {
            return;
        }
        if (open == null || !acknowledged || !heard) {
            attempt++;
            discard(open);
            lost(new IllegalStateException("Nothing came in time"));
            return;
        }
        heard = false;
        open.writeTextMessage("{\"type\":\"ping\"}");
        timeOutAfter(config.pingInterval().plus(config.pongTimeout()).toMillis());
    }

    private void use(WebSocket connected, Caller caller) {
        if (done) {
            connected.close();
            return;
        }
        socket = connected;
        acknowledged = false;
        heard = true;
        UpstreamInput input =
                UpstreamInput.watch(connected, upstreams.memory(session), () -> session.run(this::noMemory));
        connected.textMessageHandler(text -> {
            input.taken();
            session.run(() -> message(connected, text));
        });
        connected.exceptionHandler(failure -> session.run(() -> broken(connected, failure)));
        connected.closeHandler(_ -> session.run(() -> closed(connected)));
        if (connected.isClosed()) {
            closed(connected);
            return;
        }
        connected.writeTextMessage(
                json(Map.of("type", "connection_init", "payload", Map.of("Authorization", caller.authorization()))));
    }

    private void message(WebSocket from, String text) {
        if (done || from != socket) {
            return;
        }
        heard = true;
        try {
            take(from, UpstreamMessage.read(text.getBytes(StandardCharsets.UTF_8), upstreams.maxDepth()));
        } catch (JsonSyntaxException e) {
            fail("SUBGRAPH_UNAVAILABLE", "it sent what is no message: " + e.getMessage());
        }
    }

    private void take(WebSocket from, UpstreamMessage message) {
        switch (message.type()) {
            case "connection_ack" -> subscribe(from);
            case "ping" -> from.writeTextMessage("{\"type\":\"pong\"}");
            case "next" -> next(message);
            case "error" -> {
                listener.event(message.asResponse());
                complete();
            }
            case "complete" -> complete();
            default -> LOG.debugf("Subgraph %s sent a message of type %s", request.subgraph(), message.type());
        }
    }

    private void subscribe(WebSocket to) {
        acknowledged = true;
        retries.succeeded();
        timeOutAfter(config.pingInterval().toMillis());
        to.writeTextMessage("{\"id\":\"" + ID + "\",\"type\":\"subscribe\",\"payload\":"
                + new String(request.body(), StandardCharsets.UTF_8) + "}");
    }

    private void next(UpstreamMessage message) {
        if (message.payload().length > config.maxEventBytes()) {
            fail("LIMIT_EXCEEDED", "its event is larger than " + config.maxEventBytes() + " bytes");
        } else {
            listener.event(message.payload());
        }
    }

    private void complete() {
        if (!done) {
            cancel();
            listener.completed();
        }
    }

    private void refused(Throwable cause) {
        if (done) {
            return;
        }
        int status = cause instanceof UpgradeRejectedException rejected ? rejected.getStatus() : 0;
        if (status == 401 || status == 403) {
            fail(status == 401 ? "UNAUTHENTICATED" : "FORBIDDEN", "it does not accept the token");
        } else if (status >= 400 && status < 500 && status != 429) {
            fail("SUBGRAPH_UNAVAILABLE", "it has no event streams");
        } else {
            lost(cause);
        }
    }

    private void broken(WebSocket from, Throwable failure) {
        if (!done && from == socket && failure instanceof DecoderException) {
            fail("LIMIT_EXCEEDED", "its event is larger than " + config.maxEventBytes() + " bytes");
        }
    }

    private void noMemory() {
        fail("OVERLOADED", "the gateway has no memory left for its event now");
    }

    private void closed(WebSocket from) {
        if (done || from != socket) {
            return;
        }
        socket = null;
        Short sent = from.closeStatusCode();
        int code = sent == null ? 0 : sent;
        if (Protocol.isAboutTheToken(code) && session.caller().isLoggedIn()) {
            fail("UNAUTHENTICATED", "it no longer accepts the token");
        } else if (Protocol.isFinal(code) && !Protocol.isAboutTheToken(code)) {
            fail("SUBGRAPH_UNAVAILABLE", "it closed the event stream with code " + code);
        } else {
            lost(new IllegalStateException("Closed with code " + code));
        }
    }

    /** The stream broke off, or could not be opened. */
    private void lost(Throwable cause) {
        if (done) {
            return;
        }
        socket = null;
        upstreams.vertx().cancelTimer(timer);
        long pause = retries.next();
        if (pause < 0) {
            LOG.infof("The event stream of subgraph %s is lost: %s", request.subgraph(), cause);
            fail("SUBGRAPH_UNAVAILABLE", "its event stream cannot be opened");
            return;
        }
        timer = upstreams.vertx().setTimer(pause, _ -> session.run(this::open));
    }

    private void fail(String code, String detail) {
        if (done) {
            return;
        }
        cancel();
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        extensions.put("service", request.subgraph());
        listener.failed(new ExecutionError(
                "Service '" + request.subgraph() + "' ended the subscription: " + detail, null, extensions));
    }

    /** Ends it; the listener hears no more. */
    void cancel() {
        done = true;
        upstreams.vertx().cancelTimer(timer);
        WebSocket open = socket;
        socket = null;
        discard(open);
    }

    private static void discard(@Nullable WebSocket open) {
        if (open != null && !open.isClosed()) {
            open.close((short) 1000);
        }
    }

    private static String json(Map<String, ?> message) {
        return new String(new JsonWriter(512).value(message).toBytes(), StandardCharsets.UTF_8);
    }
}
