package org.khabar.article.newsroom;

import io.micrometer.core.instrument.Metrics;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.khabar.article.article.Embargoes;

/**
 * Publishes what is due. Several may do so at once: an article that another one has is passed by, and each is published
 * in a transaction of its own, so that one that fails does not hold up the others.
 */
final class EmbargoLifter {

    private static final Logger LOG = Logger.getLogger(EmbargoLifter.class);

    private final Embargoes embargoes;
    private final NewsroomConfig.Embargo config;

    EmbargoLifter(Embargoes embargoes, NewsroomConfig.Embargo config) {
        this.embargoes = embargoes;
        this.config = config;
    }

    /**
     * Tries each article that is due once.
     *
     * @return how long to wait before the next time
     */
    Duration liftDue() {
        long asked = System.nanoTime();
        Duration next = embargoes.findTimeToNext().orElse(config.pollInterval());
        Embargoes.Due last = Embargoes.Due.NONE;
        List<Embargoes.Due> due = embargoes.listDue(last, config.batchSize());
        while (!due.isEmpty()) {
            due.forEach(this::lift);
            last = due.getLast();
            due = embargoes.listDue(last, config.batchSize());
        }
        Duration left = shorter(next, config.pollInterval()).minusNanos(System.nanoTime() - asked);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void lift(Embargoes.Due due) {
        try {
            if (embargoes.lift(due.article())) {
                Metrics.counter("khabar.article.embargo.lifts").increment();
                LOG.infof("The embargo of article %s ended.", due.article());
            }
        } catch (RuntimeException failure) {
            LOG.errorf(
                    failure, "Article %s cannot be published though its embargo ended; next try soon.", due.article());
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
