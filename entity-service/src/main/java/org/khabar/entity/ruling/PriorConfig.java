package org.khabar.entity.ruling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much decisions about a name say about the same name in other articles. */
@ConfigMapping(prefix = "khabar.review.prior")
public interface PriorConfig {

    /** Decisions of one editor that count for a name and an entity, of either kind. */
    @WithDefault("3")
    int maxPerEditor();

    /** With fewer decisions about a name and an entity they say nothing. */
    @WithDefault("3")
    int leastDecisions();

    /** Added to the confirmations and to the rejections before they are compared: with more, decisions say less. */
    @WithDefault("2")
    double smoothing();

    /** The most that they say for or against a link: a natural logarithm of odds. */
    @WithDefault("2.5")
    double maxWeight();
}
