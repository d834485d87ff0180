package org.khabar.article.importing.bulk;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;

/** A JSON document on each line that is not blank (ndjson.org). A line that is too long is passed over to its end. */
final class NdjsonSource implements ItemSource {

    private static final int CHUNK = 65_536;

    private final InputStream body;
    private final int maxBytes;
    private final byte[] chunk = new byte[CHUNK];
    private final GrowingBytes line;
    private int start;
    private int end;
    private long number;

    NdjsonSource(InputStream body, int maxBytes) {
        this.body = body;
        this.maxBytes = maxBytes;
        this.line = new GrowingBytes(maxBytes);
    }

    @Override
    public @Nullable RawItem next() throws IOException {
        while (readLine()) {
            number++;
            if (line.isOver()) {
                return RawItem.refusedLine(
                        number,
                        new UnreadablePage(
                                Reason.TOO_LONG, "The line has more than %d bytes.".formatted(maxBytes), null));
            }
            int length = withoutSpace();
            if (length > 0) {
                return RawItem.ofLine(number, line.copy(length));
            }
        }
        return null;
    }

    /** Whether there was a line. */
    private boolean readLine() throws IOException {
        line.clear();
        boolean any = false;
        while (start < end || fill()) {
            any = true;
            int stop = start;
            while (stop < end && chunk[stop] != '\n') {
                stop++;
            }
            line.append(chunk, start, stop);
            start = stop + 1;
            if (stop < end) {
                return true;
            }
        }
        return any;
    }

    private boolean fill() throws IOException {
        start = 0;
        end = Math.max(0, body.read(chunk, 0, CHUNK));
        return end > 0;
    }

    /** The length of the line without white space at its end, 0 when it is nothing else. */
    private int withoutSpace() {
        int length = line.length();
        while (length > 0 && line.at(length - 1) >= 0 && line.at(length - 1) <= ' ') {
            length--;
        }
        return length;
    }
}
