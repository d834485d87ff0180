package org.khabar.article.entities;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;

/** The mention feed and how patiently it is followed. */
@ConfigMapping(prefix = "khabar.entities")
public interface MentionFeedConfig {

    /** Where the feed is. */
    @WithDefault("http://localhost:8082/feed/mentions")
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

    /** The most bytes of an answer; a larger one is not taken. */
    @WithDefault("16777216")
    int maxAnswerBytes();

    /** First pause after a failure; it doubles with each further one, with jitter. */
    @WithName("backoff.first")
    @WithDefault("250ms")
    Duration firstBackoff();

    /** Longest pause after failures. */
    @WithName("backoff.longest")
    @WithDefault("30s")
    Duration longestBackoff();

    /** How often a process that does not follow looks whether it should. */
    @WithDefault("2s")
    Duration standbyInterval();
}
