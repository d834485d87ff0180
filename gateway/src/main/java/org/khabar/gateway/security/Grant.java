package org.khabar.gateway.security;

import java.util.List;

/** What makes a policy hold. */
sealed interface Grant {

    boolean isGivenBy(TokenFacts token);

    /** A realm role. */
    record Role(String name) implements Grant {
        @Override
        public boolean isGivenBy(TokenFacts token) {
            return token.roles().contains(name);
        }
    }

    /** A scope. */
    record Scope(String name) implements Grant {
        @Override
        public boolean isGivenBy(TokenFacts token) {
            return token.scopes().contains(name);
        }
    }

    /** A claim with a value, or a list that has the value. */
    record Claim(List<String> path, String value) implements Grant {
        public Claim {
            path = List.copyOf(path);
        }

        @Override
        public boolean isGivenBy(TokenFacts token) {
            return token.has(path, value);
        }
    }

    /**
     * Reads {@code role:NAME}, {@code scope:NAME} or {@code claim:PATH=VALUE}, where the path has slashes.
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    static Grant parse(String text) {
        String trimmed = text.trim();
        int colon = Math.max(0, trimmed.indexOf(':'));
        String name = trimmed.substring(Math.min(trimmed.length(), colon + 1));
        return switch (trimmed.substring(0, colon)) {
            case "role" -> new Role(name);
            case "scope" -> new Scope(name);
            case "claim" -> claim(name, text);
            default -> throw unreadable(text);
        };
    }

    private static Claim claim(String pair, String text) {
        int equals = pair.indexOf('=');
        if (equals < 1) {
            throw unreadable(text);
        }
        return new Claim(List.of(pair.substring(0, equals).split("/")), pair.substring(equals + 1));
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "khabar.gateway.policies takes role:NAME, scope:NAME and claim:PATH=VALUE, not " + text);
    }
}
