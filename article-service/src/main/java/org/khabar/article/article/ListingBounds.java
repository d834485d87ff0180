package org.khabar.article.article;

import java.time.Duration;

/**
 * How much reading a list may cost.
 *
 * @param count articles that are listed at most
 * @param scanned articles that are looked at at most, the newest
 * @param timeout how long each statement may take
 */
public record ListingBounds(int count, int scanned, Duration timeout) {}
