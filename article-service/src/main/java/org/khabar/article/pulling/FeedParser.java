package org.khabar.article.pulling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the items of a feed. */
interface FeedParser {

    /**
     * What is known of a feed beside its bytes.
     *
     * @param language BCP 47 tag of the items of a feed that names none; {@code und} when it is not known
     * @param maxItems how many items are looked at, from the first
     */
    record Context(String language, int maxItems) {}

    /**
     * What a feed lists.
     *
     * @param items those that are articles, in the feed's order
     * @param leftOut how many have no headline or no text
     */
    record Items(List<PulledItem> items, int leftOut) {

        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * Reads a feed.
     *
     * @param charset the charset that its server names, null when it names none
     * @throws PullFailure when it is no feed
     */
    Items parse(byte[] feed, @Nullable String charset, Context context) throws PullFailure;
}
