package org.khabar.entity.mention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;

/** The article feed and how patiently it is followed. */
@ConfigMapping(prefix = "khabar.entity.feed")
public interface FeedConfig {

    /** Where the feed is. */
    @WithDefault("http://localhost:8081/feed/articles")
    URI url();

    /** Whether this process follows the feed. */
    @WithDefault("true")
    boolean enabled();

    /** How long the feed may hold an answer back while it has nothing new. */
    @WithDefault("20s")
    Duration pollTimeout();

    /** How much longer than that an answer is waited for. */
    @WithDefault("15s")
    Duration answerTimeout();

    /** How many bytes of an answer are taken in; the rest is asked for again. */
    @WithDefault("67108864")
    long maxAnswerBytes();

    /** How many events are stored in one transaction at most. */
    @WithDefault("50")
    int batchSize();

    /** How many bytes of an event are taken in; a larger one is set aside. */
    @WithDefault("8388608")
    int maxEventBytes();

    /** First pause after a failure; it doubles with each further one, with jitter. */
    @WithName("backoff.first")
    @WithDefault("250ms")
    Duration firstBackoff();

    /** Longest pause after failures. */
    @WithName("backoff.longest")
    @WithDefault("30s")
    Duration longestBackoff();

    /** How often an event that fails by its content is tried before it is set aside. */
    @WithDefault("5")
    int maxAttempts();

    /** How long an event that was set aside waits for its next try; at a start it waits no longer. */
    @WithDefault("1h")
    Duration retryInterval();

    /** How often a process that does not follow looks whether it should. */
    @WithDefault("2s")
    Duration standbyInterval();
}
