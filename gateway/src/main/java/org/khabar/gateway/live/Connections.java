package org.khabar.gateway.live;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The connections that are open and the subscriptions that they have. Safe for use by many threads. */
@Singleton
public final class Connections {
    private final LiveConfig config;
    private final Map<Connection, String> open = new HashMap<>();
    private final Map<String, Integer> connectionsByClient = new HashMap<>();
    /** By their addresses. */
    private final Map<Connection, String> unnamed = new HashMap<>();

    private final Map<String, Integer> unnamedByAddress = new HashMap<>();
    private final Map<String, Integer> subscriptionsByClient = new HashMap<>();
    private int subscriptions;
    private boolean stopping;

    Connections(LiveConfig config) {
        this.config = config;
    }

    /** Whether there was room for a connection. */
    enum Room {
        /** There was, and it is taken. */
        TAKEN,
        /** Its client has too many. */
        CLIENT_FULL,
        /** There are too many, or the gateway stops. */
        FULL
    }

    /** Takes a client's connection in. */
    synchronized Room add(Connection connection, String client) {
        if (stopping || open.size() >= config.maxConnections()) {
            return Room.FULL;
        }
        if (!hasRoom(client)) {
            return Room.CLIENT_FULL;
        }
        open.put(connection, client);
        connectionsByClient.merge(client, 1, Integer::sum);
        return Room.TAKEN;
    }

    /** Takes a connection in of which nothing but the address is known until it is named. */
    synchronized Room addUnnamed(Connection connection, String address) {
        if (unnamedByAddress.getOrDefault(address, 0) >= config.maxUnnamedConnectionsPerAddress()) {
            return Room.CLIENT_FULL;
        }
        if (unnamed.size() >= config.maxUnnamedConnections()) {
            return Room.FULL;
        }
        Room room = add(connection, address);
        if (room == Room.TAKEN) {
            unnamed.put(connection, address);
            unnamedByAddress.merge(address, 1, Integer::sum);
        }
        return room;
    }

    private void noMoreUnnamed(Connection connection) {
        String address = unnamed.remove(connection);
        if (address != null) {
            oneLess(unnamedByAddress, address);
        }
    }

    /** Counts a connection for its client from now on; false when it is gone, or the client has too many. */
    synchronized boolean name(Connection connection, String client) {
        String before = open.get(connection);
        boolean isNew = !client.equals(before);
        if (before == null || (isNew && !hasRoom(client))) {
            return false;
        }
        noMoreUnnamed(connection);
        if (isNew) {
            open.put(connection, client);
            connectionsByClient.merge(client, 1, Integer::sum);
            oneLess(connectionsByClient, before);
        }
        return true;
    }

    private boolean hasRoom(String client) {
        return connectionsByClient.getOrDefault(client, 0) < config.maxConnectionsPerClient();
    }

    private static void oneLess(Map<String, Integer> counts, String whose) {
        counts.computeIfPresent(whose, (_, own) -> own == 1 ? null : own - 1);
    }

    synchronized void remove(Connection connection) {
        String client = open.remove(connection);
        noMoreUnnamed(connection);
        if (client != null) {
            oneLess(connectionsByClient, client);
        }
    }

    /** Counts a subscription of a client; false when there are too many. */
    synchronized boolean tryStart(String client) {
        int own = subscriptionsByClient.getOrDefault(client, 0);
        if (own >= config.maxSubscriptionsPerClient() || subscriptions >= config.maxSubscriptions()) {
            return false;
        }
        subscriptionsByClient.put(client, own + 1);
        subscriptions++;
        return true;
    }

    synchronized void end(String client) {
        oneLess(subscriptionsByClient, client);
        subscriptions--;
    }

    /** How many connections are open. */
    public synchronized int size() {
        return open.size();
    }

    /** How many subscriptions there are. */
    public synchronized int subscriptions() {
        return subscriptions;
    }

    /** Before requests under way are waited for, of which event streams are some. */
    void stopSoon(@Observes ShutdownDelayInitiatedEvent event) {
        refuseMore();
        leaveAll();
    }

    void stop(@Observes ShutdownEvent event) {
        refuseMore();
        leaveAll();
    }

    private synchronized void refuseMore() {
        stopping = true;
    }

    /** Ends all connections. */
    void leaveAll() {
        listOpen().forEach(Connection::leave);
    }

    private synchronized Set<Connection> listOpen() {
        return Set.copyOf(open.keySet());
    }
}
