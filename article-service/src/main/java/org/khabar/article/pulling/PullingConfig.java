package org.khabar.article.pulling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** How feeds are pulled, and what they may cost. */
@ConfigMapping(prefix = "khabar.pulling")
public interface PullingConfig {

    /** Whether this process pulls. Feeds can be managed either way. */
    @WithDefault("true")
    boolean enabled();

    /** How often it is looked for feeds that are due. */
    @WithDefault("5s")
    Duration pollInterval();

    /** Feeds that one replica pulls at a time. */
    @WithDefault("4")
    int concurrency();

    /** How long a pull is this replica's alone; after that it is taken for dead. Well above the timeout. */
    @WithDefault("10m")
    Duration lease();

    /** The interval of a feed that is given none. */
    @WithDefault("15m")
    Duration defaultInterval();

    /** The shortest interval that a feed may be given. */
    @WithDefault("1m")
    Duration minInterval();

    /** The longest interval that a feed may be given, and the longest pause after failures. */
    @WithDefault("24h")
    Duration maxInterval();

    /** The part of an interval that chance adds or takes away. */
    @WithDefault("0.1")
    double jitter();

    /** How many feeds there may be. */
    @WithDefault("1000")
    int maxSources();

    /** How long a connection may take to be made. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long a pull may take from its first connection to its last byte, redirects included. */
    @WithDefault("30s")
    Duration timeout();

    /** Bytes of a feed, before and after it is unpacked. */
    @WithDefault("8388608")
    int maxBytes();

    /** Redirects of one pull. */
    @WithDefault("5")
    int maxRedirects();

    /** Items of one feed that are looked at, from the first. */
    @WithDefault("200")
    int maxItems();

    /** Ports that feeds may be read from. */
    @WithDefault("80,443")
    Set<Integer> ports();

    /**
     * FOR TESTS ALONE: lets feeds be read from this machine and private networks, by address and by names without a dot.
     * Whoever sets it outside of a test lets admins of articles reach whatever this service can reach.
     */
    @WithDefault("false")
    boolean allowPrivateAddresses();
}
