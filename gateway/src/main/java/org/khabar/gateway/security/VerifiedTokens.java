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
 * the claims costs as much as many a query. None is remembered beyond its own end.
 */
final class VerifiedTokens {
    private final Cache<String, Caller> callers;
    private final InstantSource clock;
    private final Duration longest;

    /**
     * Nothing remembered yet.
     *
     * @param config how many tokens, and for how long
     * @param clock tells when tokens end
     * @param ticker tells how long they have been here
     */
    VerifiedTokens(SecurityConfig.Tokens config, InstantSource clock, Ticker ticker) {
        this.clock = clock;
        this.longest = config.rememberFor();
        this.callers = Caffeine.newBuilder()
                .maximumWeight(config.maxRememberedCharacters())
                .weigher((String header, Caller _) -> header.length())
                .expireAfter(Expiry.creating((String _, Caller caller) -> left(caller)))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** The caller with that header; null when the token has to be looked at. */
    @Nullable
    Caller find(String authorization) {
        return callers.getIfPresent(authorization);
    }

    void remember(String authorization, Caller caller) {
        if (left(caller).isPositive()) {
            callers.put(authorization, caller);
        }
    }

    private Duration left(Caller caller) {
        if (caller.expiresAt() == null) {
            return longest;
        }
        Duration own = Duration.between(clock.instant(), caller.expiresAt());
        return own.compareTo(longest) < 0 ? own : longest;
    }
}
