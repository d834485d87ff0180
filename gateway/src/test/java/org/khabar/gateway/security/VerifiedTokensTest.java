package org.khabar.gateway.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final Instant START = Instant.parse("2026-11-27T12:00:00Z");

    private Duration passed = Duration.ZERO;

    @Test
    void aTokenIsLookedAtAgainAfterAWhile() {
        VerifiedTokens tokens = tokens(Duration.ofSeconds(30), 1000);
        Caller caller = caller("a", START.plusSeconds(300));
        tokens.remember("Bearer a", caller);

        passed = Duration.ofSeconds(29);
        assertEquals(caller, tokens.find("Bearer a"));
        passed = Duration.ofSeconds(31);
        assertNull(tokens.find("Bearer a"));
    }

    @Test
    void aTokenThatIsLookedAtAgainIsKnownToHaveBeenGoodUntilItsEnd() {
        VerifiedTokens tokens = tokens(Duration.ZERO, 1000);
        tokens.remember("Bearer a", caller("a", START.plusSeconds(300)));

        passed = Duration.ofSeconds(299);
        assertNull(tokens.find("Bearer a"));
        assertTrue(tokens.wasGood("Bearer a"));
        assertFalse(tokens.wasGood("Bearer b"));
        passed = Duration.ofSeconds(301);
        assertFalse(tokens.wasGood("Bearer a"));
    }

    @Test
    void aTokenThatIsFoundGoodAgainIsRememberedAnew() {
        VerifiedTokens tokens = tokens(Duration.ofSeconds(30), 1000);
        Caller caller = caller("a", START.plusSeconds(300));
        tokens.remember("Bearer a", caller);
        passed = Duration.ofSeconds(40);
        tokens.remember("Bearer a", caller);
        passed = Duration.ofSeconds(60);
        assertEquals(caller, tokens.find("Bearer a"));

        tokens.forget("Bearer a");
        assertFalse(tokens.wasGood("Bearer a"));
    }

    @Test
    void noTokenIsGoodBeyondItsOwnEnd() {
        VerifiedTokens tokens = tokens(Duration.ofSeconds(30), 1000);
        tokens.remember("Bearer a", caller("a", START.plusSeconds(5)));

        passed = Duration.ofSeconds(6);
        assertNull(tokens.find("Bearer a"));
    }

    @Test
    void aTokenThatJustEndedIsNotRemembered() {
        VerifiedTokens tokens = tokens(Duration.ofSeconds(30), 1000);
        tokens.remember("Bearer a", caller("a", START));
        assertNull(tokens.find("Bearer a"));
    }

    @Test
    void nothingIsRememberedWhereTheTimeIsNought() {
        VerifiedTokens tokens = tokens(Duration.ZERO, 1000);
        tokens.remember("Bearer a", caller("a", null));
        assertNull(tokens.find("Bearer a"));
    }

    @Test
    void aTokenIsNotTakenForAnother() {
        VerifiedTokens tokens = tokens(Duration.ofSeconds(30), 1000);
        tokens.remember("Bearer a", caller("a", null));
        assertNull(tokens.find("Bearer b"));
        assertNull(tokens.find("bearer a"));
    }

    @Test
    void headersTogetherAreBounded() {
        VerifiedTokens tokens = tokens(Duration.ofSeconds(30), 20);
        tokens.remember("Bearer " + "a".repeat(30), caller("a", null));
        assertNull(tokens.find("Bearer " + "a".repeat(30)));
    }

    private VerifiedTokens tokens(Duration rememberFor, long characters) {
        SecurityConfig.Tokens config = new SecurityConfig.Tokens() {
            @Override
            public Duration rememberFor() {
                return rememberFor;
            }

            @Override
            public long maxRememberedCharacters() {
                return characters;
            }
        };
        return new VerifiedTokens(config, () -> START.plus(passed), () -> passed.toNanos());
    }

    private static Caller caller(String id, @Nullable Instant end) {
        return new Caller(id, true, Set.of(), Set.of(), Set.of(), "Bearer " + id, end);
    }
}
