package org.khabar.gateway.live;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionError;
import org.khabar.gateway.guard.GuardConfig;
import org.khabar.gateway.http.OperationGate;
import org.khabar.gateway.http.Refusal;
import org.khabar.gateway.http.Strangers;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.json.JsonSyntaxException;
import org.khabar.gateway.json.JsonWeight;
import org.khabar.gateway.memory.MemoryShare;
import org.khabar.gateway.security.Caller;

/** A client's WebSocket, by the rules of {@link Protocol}. */
final class SocketSession implements Connection {
    private static final String STOPS = "The gateway stops";

    private final RoutingContext opening;
    private final SocketLogin login;
    private final OperationGate gate;
    private final Operations operations;
    private final LiveConfig config;
    private final GuardConfig limits;
    private final Vertx vertx;
    private final Context loop;
    private final Map<String, String> context;
    private @Nullable SocketWriter writer;
    private @Nullable Session session;
    private Runnable onClose = () -> {};
    private final Connections connections;
    private final long startedAt = System.nanoTime();
    private int started;
    private boolean isOver;
    private boolean isLeaving;
    private final Chatter chatter;
    private final SocketInput input;
    private @Nullable Heartbeat heartbeat;

    SocketSession(
            RoutingContext opening,
            Context loop,
            @Nullable Caller known,
            String client,
            Strangers strangers,
            OperationGate gate,
            Operations operations,
            Connections connections,
            LiveConfig config,
            GuardConfig limits) {
        this.opening = opening;
        this.login = new SocketLogin(opening, known, strangers, config.initTimeout(), loop);
        this.gate = gate;
        this.operations = operations;
        this.connections = connections;
        this.config = config;
        this.limits = limits;
        this.vertx = opening.vertx();
        this.loop = loop;
        this.chatter = new Chatter(gate, client, config.maxFreeMessages(), config.maxRefusalsInARow());
        this.input = new SocketInput(
                chatter,
                config.maxInitBytes(),
                ServerOptions.maxMessageBytes(limits),
                gate.share(client, SocketInput.FREE_BYTES),
                this::refuse);
        this.context = gate.headers(opening.request());
        operations.watch(this::settled);
    }

    /** Gives the client a time to say who it is, from before there is a socket. */
    void waitForInit() {
        login.waitForInit(() -> writer);
    }

    /** There will be no socket, or is none any more. */
    void stopWaiting() {
        login.stopWaiting();
    }

    /**
     * Takes the socket into use.
     *
     * @param closed is run once when it is closed
     */
    void use(ServerWebSocket socket, SocketFlow flow, Runnable closed) {
        onClose = () -> {
            flow.stop();
            closed.run();
        };
        SocketWriter opened = new SocketWriter(socket, flow, config.maxPongBytes());
        writer = opened;
        socket.closeHandler(_ -> closed(opened));
        flow.whenGone(() -> loop.runOnContext(_ -> closed(opened)));
        socket.exceptionHandler(_ -> {});
        if (!Protocol.NAME.equals(socket.subProtocol())) {
            opened.close(Protocol.SUBPROTOCOL_NOT_ACCEPTABLE, "Subprotocol not acceptable");
            input.drop();
            input.watch(opening.request().connection(), flow, () -> {});
            return;
        }
        if (isLeaving) {
            opened.close(Protocol.RESTARTS, STOPS);
            return;
        }
        socket.textMessageHandler(text -> take(opened, text));
        socket.binaryMessageHandler(_ -> opened.close(Protocol.BAD_MESSAGE, "Messages are text"));
        Heartbeat beat = new Heartbeat(vertx, opened, flow, chatter, config);
        heartbeat = beat;
        socket.drainHandler(_ -> {
            flow.drained();
            beat.heard();
            input.drained();
            operations.drained();
        });
        input.watch(opening.request().connection(), flow, beat::heard);
        beat.begin();
    }

    private void take(SocketWriter to, String text) {
        if (to.isClosed()) {
            return;
        }
        try {
            Object json = JsonReader.read(text.getBytes(StandardCharsets.UTF_8), limits.maxJsonDepth() + 1);
            take(to, ClientMessage.of(json));
        } catch (JsonSyntaxException | IllegalArgumentException e) {
            to.close(Protocol.BAD_MESSAGE, String.valueOf(e.getMessage()));
        }
    }

    private void refuse(String reason, int code) {
        SocketWriter open = writer;
        if (open != null) {
            open.close(code, reason);
        }
    }

    private void take(SocketWriter to, ClientMessage message) {
        if (!isSpokenFor(message)) {
            to.close(Protocol.TRY_LATER, Chatter.TOO_MUCH);
            return;
        }
        switch (message) {
            case ClientMessage.Init init -> login.take(init, to, caller -> admit(to, caller));
            case ClientMessage.Ping ping -> to.pong(ping.payload());
            case ClientMessage.Pong _ -> {}
            case ClientMessage.Subscribe subscribe -> subscribe(to, subscribe);
            case ClientMessage.Complete(String id) -> operations.cancel(id);
        }
    }

    /** An operation is counted when it is admitted, and its end with it; the first message with the socket. */
    private boolean isSpokenFor(ClientMessage message) {
        return switch (message) {
            case ClientMessage.Init _ -> true;
            case ClientMessage.Ping _, ClientMessage.Pong _ -> chatter.tryTake();
            case ClientMessage.Subscribe _ ->
                operations.size() < config.maxOperationsPerConnection() || chatter.tryTake();
            case ClientMessage.Complete(String id) -> operations.has(id) || chatter.tryTake();
        };
    }

    private void admit(SocketWriter to, Caller caller) {
        if (isOver || to.isClosed()) {
            return;
        }
        if (!connections.name(this, caller.id())) {
            to.close(Protocol.TRY_LATER, "You have too many connections");
            return;
        }
        login.admit(caller, () -> expire(to));
        session = new Session(loop, caller, caller.id(), context);
        chatter.name(caller.id());
        input.acknowledged(gate.share(caller.id(), SocketInput.FREE_BYTES));
        to.send("{\"type\":\"connection_ack\"}");
    }

    private void expire(SocketWriter to) {
        operations.cancelAll();
        to.close(Protocol.FORBIDDEN, "Forbidden: the token expired");
    }

    private void subscribe(SocketWriter to, ClientMessage.Subscribe message) {
        Session admitted = session;
        String id = message.id();
        if (admitted == null) {
            to.close(Protocol.UNAUTHORIZED, "Unauthorized");
        } else if (operations.has(id)) {
            to.close(Protocol.SUBSCRIBER_EXISTS, "Subscriber for " + id + " already exists");
        } else if (operations.size() >= config.maxOperationsPerConnection()) {
            gate.outcomes().ended("LIMIT_EXCEEDED");
            to.error(
                    id,
                    List.of(ExecutionError.of(
                            "More than " + config.maxOperationsPerConnection() + " operations are under way here",
                            "LIMIT_EXCEEDED",
                            null)));
        } else {
            start(to, message, admitted);
        }
    }

    private void start(SocketWriter to, ClientMessage.Subscribe message, Session admitted) {
        String id = message.id();
        MemoryShare memory = gate.share(admitted.client());
        if (!memory.tryTake(JsonWeight.of(message.payload()))) {
            memory.close();
            gate.outcomes().ended("OVERLOADED");
            to.error(id, List.of(Outgoing.noMemory("the request", memory)));
            if (!chatter.tryTake()) {
                to.close(Protocol.TRY_LATER, Chatter.TOO_MUCH);
            }
            return;
        }
        started++;
        operations.start(id, message.payload(), admitted, null, memory, to.sink(id), refusal -> {
            if (refusal != null) {
                to.error(id, refusal.errors());
            }
        });
    }

    /** Whatever is refused for another reason was taken out of the quota. */
    private void settled(@Nullable Refusal refusal) {
        if (refusal == null || !refusal.isForNow()) {
            chatter.admitted();
        } else if (!chatter.tryRefuse()) {
            refuse(Chatter.NOT_NOW, Protocol.TRY_LATER);
        }
    }

    /** The client may open another, and gets its subscriptions there: they are not completed. */
    @Override
    public void leave() {
        loop.runOnContext(_ -> {
            isLeaving = true;
            SocketWriter open = writer;
            if (open != null) {
                operations.cancelAll();
                open.close(Protocol.RESTARTS, STOPS);
            }
        });
    }

    private void closed(SocketWriter to) {
        if (isOver) {
            return;
        }
        isOver = true;
        operations.cancelAll();
        login.stop();
        Heartbeat beat = heartbeat;
        if (beat != null) {
            beat.stop();
        }
        onClose.run();
        gate.outcomes().closed(to.closeCode(), startedAt, started, context);
    }
}
