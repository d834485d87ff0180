package org.khabar.article.newsroom;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of what editors write, and the pace of embargoes. Lengths are in UTF-16 code units. */
@ConfigMapping(prefix = "khabar.newsroom")
public interface NewsroomConfig {

    /** The longest headline. */
    @WithDefault("1000")
    int maxHeadlineLength();

    /** The longest byline, and the longest credit. */
    @WithDefault("1000")
    int maxSignatureLength();

    /** The most blocks of one article. */
    @WithDefault("5000")
    int maxBlocks();

    /** The longest text, all blocks together. */
    @WithDefault("1000000")
    int maxTextLength();

    /** The longest note, public note or reason. */
    @WithDefault("2000")
    int maxNoteLength();

    /** How far ahead an embargo may end. */
    @WithDefault("730d")
    Duration maxEmbargo();

    /** Embargoes that end. */
    Embargo embargo();

    /** How embargoes are watched. */
    interface Embargo {

        /** Whether this process publishes articles whose embargo has ended. */
        @WithDefault("true")
        boolean enabled();

        /** The longest time between two looks: how late an embargo can end that was set just before. */
        @WithDefault("1s")
        Duration pollInterval();

        /** How many are looked up at once. */
        @WithDefault("100")
        int batchSize();
    }
}
