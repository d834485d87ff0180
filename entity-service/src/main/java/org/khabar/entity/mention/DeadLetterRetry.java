package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tries the events again that were set aside and are due, a few at a time: the feed still has them. */
@ApplicationScoped
class DeadLetterRetry {

    private static final Logger LOG = Logger.getLogger(DeadLetterRetry.class);
    private static final int AT_A_TIME = 20;

    private final FeedConfig config;
    private final FeedClient client;
    private final DeadLetters letters;
    private final ArticleMentions mentions;

    DeadLetterRetry(FeedConfig config, FeedClient client, DeadLetters letters, ArticleMentions mentions) {
        this.config = config;
        this.client = client;
        this.letters = letters;
        this.mentions = mentions;
    }

    void retryDue() throws InterruptedException {
        for (long event : letters.listDue(AT_A_TIME)) {
            retry(event);
        }
    }

    private void retry(long id) throws InterruptedException {
        letters.postpone(id, config.retryInterval());
        try {
            Optional<FeedEvent> event = client.find(id);
            if (event.isEmpty()) {
                letters.forget(id);
                LOG.warnf("The article feed no longer has event %d, which was set aside; it is forgotten.", id);
                return;
            }
            retry(event.get());
        } catch (IOException away) {
            LOG.warnf("Event %d, which was set aside, cannot be read again: %s", id, away.getMessage());
        }
    }

    private void retry(FeedEvent event) {
        try {
            if (mentions.handleAgain(event)) {
                LOG.infof("Event %d (%s), which was set aside, is handled now.", event.id(), event.subject());
            }
        } catch (RuntimeException | VirtualMachineError failure) {
            letters.recordFailure(event, String.valueOf(failure), EventFault.explains(failure));
            LOG.warnf("Event %d (%s), which was set aside, failed again: %s", event.id(), event.subject(), failure);
        }
    }
}
