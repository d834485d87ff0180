package org.khabar.article.entities;

import java.net.URI;
import java.time.Duration;

/** An impatient follower of a stub. */
record StubFeedConfig(URI url, int maxAnswerBytes) implements MentionFeedConfig {

    @Override
    public boolean enabled() {
        return true;
    }

    @Override
    public Duration pollTimeout() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Duration answerTimeout() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration firstBackoff() {
        return Duration.ofMillis(20);
    }

    @Override
    public Duration longestBackoff() {
        return Duration.ofMillis(100);
    }

    @Override
    public Duration standbyInterval() {
        return Duration.ofMillis(50);
    }
}
