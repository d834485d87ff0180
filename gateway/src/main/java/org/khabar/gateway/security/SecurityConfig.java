package org.khabar.gateway.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Who is let in. */
@ConfigMapping(prefix = "khabar.gateway")
public interface SecurityConfig {

    /**
     * Whether requests without a token are served, as those of a reader: the gateway then calls with its own account,
     * narrowed by the scopes of the OIDC client {@code anonymous}.
     */
    @WithName("anonymous-access")
    @WithDefault("false")
    boolean anonymousAccess();

    /**
     * What makes a policy hold that a schema names ({@code @policy}): any of {@code role:NAME}, {@code scope:NAME} and
     * {@code claim:PATH=VALUE}. A policy that is not listed never holds.
     */
    Map<String, List<String>> policies();

    /** Remembering tokens that were found good. */
    Tokens tokens();

    /** Remembering tokens that were found good. */
    interface Tokens {
        /**
         * How long a token is taken as good without being looked at again, at most until its own end; 0 for not at all.
         * A key that is withdrawn at the issuer counts for that long.
         */
        @WithDefault("30s")
        Duration rememberFor();

        /** Characters of all headers that are remembered together; those used least go first. */
        @WithDefault("16777216")
        long maxRememberedCharacters();
    }
}
