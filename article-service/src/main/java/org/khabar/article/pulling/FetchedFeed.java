package org.khabar.article.pulling;

import org.jspecify.annotations.Nullable;

/** What a server answered to a pull. */
sealed interface FetchedFeed {

    /** What the server says of a version of the feed, to ask it later whether there is a newer one. */
    record Version(@Nullable String etag, @Nullable String lastModified) {

        /** Of a feed that was never read. */
        static final Version NONE = new Version(null, null);

        boolean isNone() {
            return etag == null && lastModified == null;
        }
    }

    /** The feed is as it was. */
    record NotModified() implements FetchedFeed {}

    /**
     * The feed.
     *
     * @param text its bytes, unpacked
     * @param charset the charset that the answer's header names, null when it names none
     */
    record Body(Text text, @Nullable String charset, Version version) implements FetchedFeed {}

    /** Bytes that nobody changes. */
    final class Text {
        private final byte[] bytes;

        Text(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }
}
