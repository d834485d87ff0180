package org.khabar.article.importing.bulk;

import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.UnreadablePage;

/**
 * One document of a stream, as it stands there: a line, a part, the whole body.
 *
 * @param position where it stands, from 1; a line's number, a part's number
 * @param line the line's number where items are lines
 * @param mediaType in lower case, without parameters
 * @param url where it was published, when the stream says so beside the document
 * @param charset as stated beside the document
 * @param refused why its bytes were not taken in; null when they were
 */
record RawItem(
        long position,
        @Nullable Long line,
        String mediaType,
        @Nullable String url,
        @Nullable String charset,
        byte[] bytes,
        @Nullable UnreadablePage refused) {

    private static final byte[] NONE = new byte[0];

    static RawItem ofLine(long line, byte[] bytes) {
        return new RawItem(line, line, "application/json", null, null, bytes, null);
    }

    static RawItem refusedLine(long line, UnreadablePage why) {
        return new RawItem(line, line, "application/json", null, null, NONE, why);
    }

    static RawItem refusedPart(long part, UnreadablePage why) {
        return new RawItem(part, null, "", null, null, NONE, why);
    }
}
