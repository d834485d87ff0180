package org.khabar.gateway.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets requests in, or turns them away. */
@Singleton
public final class Quotas {
    private final QuotaConfig config;
    private final Cache<String, Client> clients;
    /** Those that have something under way, which are not forgotten however long it takes. */
    private final ConcurrentHashMap<String, Client> busy = new ConcurrentHashMap<>();

    private final AtomicInteger underWay = new AtomicInteger();

    @Inject
    Quotas(QuotaConfig config) {
        this(config, Ticker.systemTicker());
    }

    /**
     * Nobody has asked yet.
     *
     * @param ticker tells how long ago clients were seen
     */
    Quotas(QuotaConfig config, Ticker ticker) {
        this.config = config;
        this.clients = Caffeine.newBuilder()
                .maximumSize(config.maxClients())
                .expireAfterAccess(config.period().multipliedBy(2))
                .ticker(ticker)
                .build();
    }

    /**
     * A request that was let in.
     *
     * @param headers header fields that tell the client what is left
     * @param end to be run when the request has ended, once or more often
     */
    public record Admission(Map<String, String> headers, Runnable end) {
        public Admission {
            headers = Map.copyOf(headers);
        }
    }

    /**
     * Lets a request in.
     *
     * @param client who asks
     * @throws QuotaException when the client has too many requests, or the process has
     */
    public Admission enter(String client) {
        return enter(client, 1);
    }

    /**
     * Lets requests in that came together, all or none.
     *
     * @param requests how many, at least one
     * @throws QuotaException when the client has too many requests, or the process has
     */
    public Admission enter(String client, int requests) {
        if (underWay.addAndGet(requests) > config.concurrent()) {
            underWay.addAndGet(-requests);
            throw QuotaException.overloaded();
        }
        boolean isIn = false;
        try {
            Admission admission = admit(client, requests);
            isIn = true;
            return admission;
        } finally {
            if (!isIn) {
                underWay.addAndGet(-requests);
            }
        }
    }

    private Admission admit(String name, int requests) {
        boolean[] isStarted = {false};
        Client client = busy.compute(name, (_, known) -> {
            Client found = known == null ? clients.get(name, _ -> new Client(config)) : known;
            isStarted[0] = found.tryStart(requests, config.concurrentPerClient());
            return found.isIdle() ? null : found;
        });
        if (!isStarted[0]) {
            throw QuotaException.tooMany(
                    "You have more than " + config.concurrentPerClient() + " requests under way",
                    Map.of("Retry-After", "1"));
        }
        boolean isIn = false;
        try {
            Map<String, String> headers = Objects.requireNonNull(client).take(requests);
            isIn = true;
            return new Admission(headers, ending(name, requests));
        } finally {
            if (!isIn) {
                end(name, requests);
            }
        }
    }

    private Runnable ending(String name, int requests) {
        AtomicBoolean hasEnded = new AtomicBoolean();
        return () -> {
            if (hasEnded.compareAndSet(false, true)) {
                end(name, requests);
                underWay.addAndGet(-requests);
            }
        };
    }

    /** Who has nothing under way any more was seen now, and may have been forgotten meanwhile. */
    private void end(String name, int requests) {
        busy.computeIfPresent(name, (_, client) -> {
            client.end(requests);
            if (!client.isIdle()) {
                return client;
            }
            if (clients.getIfPresent(name) != client) {
                clients.put(name, client);
            }
            return null;
        });
    }

    /**
     * Takes requests that run nothing out of a client's quota.
     *
     * @return header fields that tell the client what is left; none when nothing is taken
     * @throws QuotaException when there are not so many left
     */
    public Map<String, String> take(String client, int more) {
        if (more <= 0) {
            return Map.of();
        }
        Client known = busy.get(client);
        return (known == null ? clients.get(client, _ -> new Client(config)) : known).take(more);
    }

    /**
     * Takes nothing out of a client's quota, but refuses where nothing is left in it.
     *
     * @throws QuotaException when there is nothing left
     */
    public void requireLeft(String client) {
        Client known = busy.get(client);
        Client seen = known == null ? clients.getIfPresent(client) : known;
        if (seen != null) {
            seen.requireLeft();
        }
    }

    /** How many requests are under way. */
    public int underWay() {
        return underWay.get();
    }
}
