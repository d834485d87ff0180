package org.khabar.article.pulling;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Says which feed is pulled next, and keeps how it went. Each step is a transaction; none is open during a pull. */
@ApplicationScoped
class PullLedger {

    private static final int MAX_DOUBLINGS = 20;
    private static final int MAX_ERROR = 500;

    private final FeedSourceRepository sources;
    private final AllowedHostRepository hosts;
    private final PullingConfig config;

    PullLedger(FeedSourceRepository sources, AllowedHostRepository hosts, PullingConfig config) {
        this.sources = sources;
        this.hosts = hosts;
        this.config = config;
    }

    /** A feed that this replica pulls now. */
    record Claim(UUID id, FeedSource source) {}

    /** Takes a feed that is due; empty when none is. */
    Optional<Claim> claimNext() {
        UUID claim = UUID.randomUUID();
        return QuarkusTransaction.requiringNew()
                .call(() -> sources.claim(claim, config.lease()).map(source -> new Claim(claim, source.toSource())));
    }

    boolean isAllowed(String host) {
        return QuarkusTransaction.requiringNew().call(() -> hosts.isAllowed(host));
    }

    /** @param version what is held now */
    void succeeded(Claim claim, FetchedFeed.Version version) {
        Duration wait = jittered(claim.source().interval());
        QuarkusTransaction.requiringNew()
                .run(() -> sources.succeed(claim.source().id(), claim.id(), version, wait));
    }

    /** The pause doubles with each failure in a row, from the feed's interval up to the longest. */
    void failed(Claim claim, String error) {
        Duration wait = jittered(pauseAfter(
                claim.source().consecutiveFailures() + 1, claim.source().interval()));
        String kept = error.length() > MAX_ERROR ? error.substring(0, MAX_ERROR) : error;
        QuarkusTransaction.requiringNew().run(() -> sources.fail(claim.source().id(), claim.id(), kept, wait));
    }

    void givenBack(Claim claim) {
        QuarkusTransaction.requiringNew()
                .run(() -> sources.giveBack(claim.source().id(), claim.id()));
    }

    /** The pause after so many failures in a row, without jitter. */
    Duration pauseAfter(int failures, Duration interval) {
        Duration doubled = interval.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS));
        return doubled.compareTo(config.maxInterval()) > 0 ? config.maxInterval() : doubled;
    }

    private Duration jittered(Duration pause) {
        double part = config.jitter() * (2 * ThreadLocalRandom.current().nextDouble() - 1);
        return pause.plusMillis(Math.round(pause.toMillis() * part));
    }
}
