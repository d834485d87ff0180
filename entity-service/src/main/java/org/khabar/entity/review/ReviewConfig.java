package org.khabar.entity.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is shown to those who review. */
@ConfigMapping(prefix = "khabar.review")
public interface ReviewConfig {

    /** Mentions that are this sure, or surer, are not asked about; from 0 to 1. */
    @WithDefault("0.9")
    double sure();

    /** How likely a name that the catalogue lacks is one that it should have; from 0 to 1. */
    @WithDefault("0.5")
    double candidateValue();
}
