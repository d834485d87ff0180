package org.khabar.entity.exchange;

import java.io.IOException;
import org.khabar.entity.failure.ErrorCode;
import org.khabar.entity.failure.RequestFailure;

/** Reads and parses lines, ahead of what is committed. */
final class EntryReader implements Runnable {

    /** What an entry takes beside its line. */
    private static final int ENTRY_BYTES = 512;

    private final LineSource source;
    private final LineParser parser;
    private final EntryQueue queue;
    private final long from;
    private final int maxLineBytes;
    private long index;

    /** @param from the first line that is read; what stands before is passed over */
    EntryReader(LineSource source, LineParser parser, EntryQueue queue, long from, int maxLineBytes) {
        this.source = source;
        this.parser = parser;
        this.queue = queue;
        this.from = from;
        this.maxLineBytes = maxLineBytes;
    }

    @Override
    public void run() {
        try {
            for (LineSource.Line line = source.next(); line != null; line = source.next()) {
                if (line.number() >= from) {
                    queue.put(entry(line));
                }
            }
            queue.end(null);
        } catch (IOException | RuntimeException broken) {
            queue.end(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            queue.end(stopped);
        } catch (Error fatal) {
            queue.end(new IllegalStateException("The body cannot be read on.", fatal));
            throw fatal;
        }
    }

    private Entry entry(LineSource.Line line) {
        index++;
        byte[] bytes = line.bytes();
        if (bytes == null) {
            return new Entry(
                    index,
                    line.number(),
                    ENTRY_BYTES,
                    null,
                    new ItemError(
                            ErrorCode.LIMIT_EXCEEDED, "The line has more than %d bytes.".formatted(maxLineBytes)));
        }
        try {
            return new Entry(index, line.number(), ENTRY_BYTES + bytes.length, parser.parse(bytes), null);
        } catch (RequestFailure refused) {
            return new Entry(index, line.number(), ENTRY_BYTES, null, ItemError.of(refused));
        }
    }
}
