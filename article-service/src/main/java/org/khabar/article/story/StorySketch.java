package org.khabar.article.story;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.TextShingles;
import org.khabar.article.article.TextSketch;
import org.khabar.article.text.Folding;

/**
 * By what an article's near-duplicates are found: the {@value #ORDERS} smallest hashes of its runs of words, taken in
 * pairs (bands), as in locality-sensitive hashing (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4). Two
 * texts that share a part r of their runs have a band in common with the probability 1 - (1 - r²)^16: 0.94 for two
 * fifths, 0.99 for a half, 0.006 for a fiftieth, which is what texts on one subject share by chance.
 *
 * @param hour hours from 1970 to the article's publication
 */
record StorySketch(UUID articleId, int hour, int[] minima) {

    static final int ORDERS = 32;

    /** A text with fewer runs of words says too little to be told from others like it. */
    static final int MIN_RUNS = 8;

    private static final int ROWS = 2;

    /** How many bands a sketch has. */
    static final int BANDS = ORDERS / ROWS;

    /** The sketch of an article; empty when its text is too short. */
    static Optional<StorySketch> find(UUID articleId, ArticleContent content) {
        List<String> keys = content.blocks().stream()
                .map(block -> Folding.key(block.text()))
                .toList();
        if (!TextShingles.hasRuns(keys, MIN_RUNS)) {
            return Optional.empty();
        }
        int hour = Math.toIntExact(Math.floorDiv(content.publishedAt().getEpochSecond(), 3600));
        return Optional.of(new StorySketch(articleId, hour, TextSketch.ofKeys(keys, ORDERS)));
    }

    /** A hash for each band, different for the same values in another band. */
    int[] bands() {
        int[] bands = new int[BANDS];
        for (int band = 0; band < bands.length; band++) {
            bands[band] = Arrays.hashCode(new int[] {band, minima[ROWS * band], minima[ROWS * band + 1]});
        }
        return bands;
    }

    /** An estimate of the texts' resemblance, from 0 to 1, off by about 0.08. */
    double resemblance(StorySketch other) {
        int same = 0;
        for (int order = 0; order < ORDERS; order++) {
            same += minima[order] == other.minima[order] ? 1 : 0;
        }
        return (double) same / ORDERS;
    }
}
