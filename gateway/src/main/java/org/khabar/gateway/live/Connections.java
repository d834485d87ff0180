package org.khabar.gateway.live;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The connections that are open and the subscriptions that they have. Safe for use by many threads. */
@Singleton
public final class Connections {
    private final LiveConfig config;
    private final Set<Connection> open = new HashSet<>();
    private final Map<String, Integer> subscriptionsByClient = new HashMap<>();
    private int subscriptions;
    private boolean stopping;

    Connections(LiveConfig config) {
        this.config = config;
    }

    /** Takes a connection in; false when there are too many, or the gateway stops. */
    synchronized boolean tryAdd(Connection connection) {
        return !stopping && open.size() < config.maxConnections() && open.add(connection);
    }

    synchronized void remove(Connection connection) {
        open.remove(connection);
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
        subscriptionsByClient.computeIfPresent(client, (_, own) -> own == 1 ? null : own - 1);
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
        return Set.copyOf(open);
    }
}
