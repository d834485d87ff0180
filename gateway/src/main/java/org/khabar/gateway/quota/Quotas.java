package org.khabar.gateway.quota;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets requests in, or turns them away. */
@Singleton
public final class Quotas {
    private final QuotaConfig config;
    private final Cache<String, Client> clients;
    private final AtomicInteger underWay = new AtomicInteger();

    Quotas(QuotaConfig config) {
        this.config = config;
        this.clients = Caffeine.newBuilder()
                .maximumSize(config.maxClients())
                .expireAfterAccess(config.period().multipliedBy(2))
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
            Admission admission = admit(clients.get(client, _ -> new Client(config)), requests);
            isIn = true;
            return admission;
        } finally {
            if (!isIn) {
                underWay.addAndGet(-requests);
            }
        }
    }

    private Admission admit(Client client, int requests) {
        if (!client.tryStart(requests, config.concurrentPerClient())) {
            throw QuotaException.tooMany(
                    "You have more than " + config.concurrentPerClient() + " requests under way",
                    Map.of("Retry-After", "1"));
        }
        boolean isIn = false;
        try {
            Map<String, String> headers = client.take(requests);
            isIn = true;
            return new Admission(headers, ending(client, requests));
        } finally {
            if (!isIn) {
                client.end(requests);
            }
        }
    }

    private Runnable ending(Client client, int requests) {
        AtomicBoolean hasEnded = new AtomicBoolean();
        return () -> {
            if (hasEnded.compareAndSet(false, true)) {
                client.end(requests);
                underWay.addAndGet(-requests);
            }
        };
    }

    /**
     * Takes requests that run nothing out of a client's quota.
     *
     * @throws QuotaException when there are not so many left
     */
    public void take(String client, int more) {
        if (more > 0) {
            clients.get(client, _ -> new Client(config)).take(more);
        }
    }

    /** How many requests are under way. */
    public int underWay() {
        return underWay.get();
    }
}
