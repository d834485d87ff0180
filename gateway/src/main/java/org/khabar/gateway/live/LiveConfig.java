package org.khabar.gateway.live;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Times and sizes of connections that stay open. */
@ConfigMapping(prefix = "khabar.gateway.live")
public interface LiveConfig {

    /** How long a client may take to say {@code connection_init} over a WebSocket. */
    @WithDefault("5s")
    Duration initTimeout();

    /** How often a sign of life is sent to clients, and asked of subgraphs. */
    @WithDefault("20s")
    Duration pingInterval();

    /** How long after a ping anything must have come. */
    @WithDefault("10s")
    Duration pongTimeout();

    /** How long a reserved event stream waits to be connected to. */
    @WithDefault("30s")
    Duration reservationTimeout();

    /** Clients' connections that stay open, reserved event streams included. */
    @WithDefault("5000")
    int maxConnections();

    /** Connections of one client among them: of one account, or of one address where nobody has said who it is. */
    @WithDefault("250")
    int maxConnectionsPerClient();

    /** WebSockets among them whose client has not said yet who it is. */
    @WithDefault("500")
    int maxUnnamedConnections();

    /** Of these, those of one address, so that nobody takes the places of all who are about to say it. */
    @WithDefault("50")
    int maxUnnamedConnectionsPerAddress();

    /** Bytes of frames that a client may send over a WebSocket before it is acknowledged, with 6 for the head of each. */
    @WithDefault("16384")
    int maxInitBytes();

    /** Bytes of a ping's payload that is sent back; a larger one is left out. */
    @WithDefault("1024")
    int maxPongBytes();

    /**
     * Messages and control frames beside operations that a client may send over a WebSocket in each {@link #pingInterval};
     * more are requests of its quota.
     */
    @WithDefault("10")
    int maxFreeMessages();

    /**
     * Operations over a WebSocket that are turned away one after the other because there are too many; the last of them
     * closes the socket.
     */
    @WithDefault("10")
    int maxRefusalsInARow();

    /**
     * How long a client may leave unread what a WebSocket or an event stream holds for it, beside the time that it takes
     * to read that slowly.
     */
    @WithDefault("30s")
    Duration unreadTimeout();

    /** Operations that one connection may have under way. */
    @WithDefault("50")
    int maxOperationsPerConnection();

    /** Subscriptions that one client may have, over all connections: one account, or one address of strangers. */
    @WithDefault("200")
    int maxSubscriptionsPerClient();

    /** Subscriptions that the gateway may have, which is also how many connections it has to subgraphs for them. */
    @WithDefault("5000")
    int maxSubscriptions();

    /** Events of a subscription that may wait for a client to take them; one more ends it. */
    @WithDefault("100")
    int maxWaitingEvents();

    /** Bytes of a subgraph's event. */
    @WithDefault("1048576")
    int maxEventBytes();

    /**
     * How old a subscription may grow; each ends up to a tenth of it earlier, so that not all come back at once. Zero for
     * any age.
     */
    @WithDefault("24h")
    Duration maxSubscriptionAge();

    /** In which subscriptions are looked at again, each at a time of its own, when another schema is served. */
    @WithDefault("30s")
    Duration schemaChangeWindow();

    /** How long a subgraph may take to open an event stream. */
    @WithDefault("10s")
    Duration openTimeout();

    /** Pause before a lost event stream is opened anew; doubled up to the longest, with jitter. */
    @WithDefault("250ms")
    Duration firstReconnect();

    /** Longest pause between attempts to open a lost event stream. */
    @WithDefault("5s")
    Duration longestReconnect();

    /** How long a lost event stream is tried to be opened before its subscriptions end. */
    @WithDefault("60s")
    Duration reconnectFor();
}
