package org.khabar.article.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A correction, as its source tells it.
 *
 * @param note what readers are told
 * @param time when it was made; null when the source does not say
 */
public record StatedCorrection(String note, @Nullable Instant time) {}
