package org.khabar.gateway.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens were found good a moment ago, by their {@code Authorization} headers. Checking a signature and reading
 * the claims costs as much as many a query. None is remembered beyond its own end; until then it is known at least that
 * it was good once, so that its holder is no stranger when it is looked at again.
 */
final class VerifiedTokens {
    /** How long it is known that a token was good which does not say when it ends. */
    private static final Duration ENDLESS = Duration.ofHours(1);

    private final Cache<String, Known> callers;
    private final InstantSource clock;
    private final Ticker ticker;
    private final long longest;

    /**
     * Nothing remembered yet.
     *
     * @param config how many tokens, and for how long
     * @param clock tells when tokens end
     * @param ticker tells how long they have been here
     */
    VerifiedTokens(SecurityConfig.Tokens config, InstantSource clock, Ticker ticker) {
        this.clock = clock;
        this.ticker = ticker;
        this.longest = config.rememberFor().toNanos();
        this.callers = Caffeine.newBuilder()
                .maximumWeight(config.maxRememberedCharacters())
                .weigher((String header, Known _) -> header.length())
                .expireAfter(Expiry.writing((String _, Known known) -> left(known.caller())))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /**
     * A token that was looked at.
     *
     * @param caller whose it is
     * @param at when, by the ticker
     */
    private record Known(Caller caller, long at) {}

    /** The caller with that header; null when the token has to be looked at. */
    @Nullable
    Caller find(String authorization) {
        Known known = callers.getIfPresent(authorization);
        return known == null || ticker.read() - known.at() >= longest ? null : known.caller();
    }

    /** Whether the token was found good before, be it that it has to be looked at again. */
    boolean wasGood(String authorization) {
        return callers.getIfPresent(authorization) != null;
    }

    void remember(String authorization, Caller caller) {
        if (left(caller).isPositive()) {
            callers.put(authorization, new Known(caller, ticker.read()));
        }
    }

    /** It is not good any more. */
    void forget(String authorization) {
        callers.invalidate(authorization);
    }

    private Duration left(Caller caller) {
        return caller.expiresAt() == null ? ENDLESS : Duration.between(clock.instant(), caller.expiresAt());
    }
}
