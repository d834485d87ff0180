package org.khabar.entity.mention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An article as the feed has it, as far as mentions need it.
 *
 * @param id the article
 * @param version from 1, one more with each revision
 * @param language BCP 47 tag
 * @param outlet code of the outlet that published it; empty when the event does not say
 * @param outletCountry ISO 3166-1 alpha-2 code of the outlet's country; null when it has none or the event does not say
 * @param headline context for its blocks; has no mentions of its own
 * @param blocks the texts of its blocks, in their order
 */
record ArticleSnapshot(
        UUID id,
        int version,
        String language,
        String outlet,
        @Nullable String outletCountry,
        String headline,
        Instant publishedAt,
        List<String> blocks) {

    ArticleSnapshot {
        Objects.requireNonNull(id);
        Objects.requireNonNull(language);
        Objects.requireNonNull(outlet);
        Objects.requireNonNull(headline);
        Objects.requireNonNull(publishedAt);
        blocks = List.copyOf(blocks);
        if (version < 1) {
            throw new IllegalArgumentException("version %d of article %s".formatted(version, id));
        }
    }

    /** The texts in reading order: the headline, then the blocks. */
    List<String> passages() {
        List<String> passages = new ArrayList<>(blocks.size() + 1);
        passages.add(headline);
        passages.addAll(blocks);
        return passages;
    }
}
