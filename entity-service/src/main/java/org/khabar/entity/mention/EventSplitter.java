package org.khabar.entity.mention;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a JSON array of objects into its elements while it arrives. Of an element that passes a bound only its own scalar
 * members are kept, with null in the place of what is nested, so that one event of any size neither fills the memory nor
 * hides who it is or those behind it.
 *
 * <p>Looks at brackets and strings alone; whether an element is JSON is for its reader to say.
 */
final class EventSplitter {

    /** How deep the members of an element are. */
    private static final int MEMBERS = 2;

    private static final byte[] NESTED = "null".getBytes(StandardCharsets.US_ASCII);

    private final int mostBytesOfEvent;
    private final List<RawEvent> events = new ArrayList<>();
    private final ByteArrayOutputStream element = new ByteArrayOutputStream();
    private final ByteArrayOutputStream scalars = new ByteArrayOutputStream();
    private long length;
    private long kept;
    private int depth;
    private boolean ended;
    private boolean inString;
    private boolean escaped;

    EventSplitter(int mostBytesOfEvent) {
        this.mostBytesOfEvent = mostBytesOfEvent;
    }

    /** @throws IOException when this is not the beginning of an array */
    void accept(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            accept(bytes.get());
        }
    }

    /** The elements that are complete, in their order. */
    List<RawEvent> events() {
        return List.copyOf(events);
    }

    /** How many bytes of complete elements are kept. */
    long kept() {
        return kept;
    }

    /** @throws IOException when the array has not ended */
    void end() throws IOException {
        if (!ended) {
            throw new IOException("The feed's answer is not JSON: it ends before its array does.");
        }
    }

    private void accept(byte next) throws IOException {
        if (inString) {
            keep(next);
            inString = escaped || next != '"';
            escaped = !escaped && next == '\\';
            return;
        }
        switch (next) {
            case '[', '{' -> open(next);
            case ']', '}' -> close(next);
            case ',' -> separate(next);
            case ' ', '\t', '\r', '\n' -> {}
            default -> other(next);
        }
    }

    private void open(byte next) throws IOException {
        if (ended || depth == 0 && next != '[') {
            throw new IOException("The feed's answer is not an array of events.");
        }
        if (depth == MEMBERS && scalars.size() < mostBytesOfEvent) {
            scalars.writeBytes(NESTED);
        }
        depth++;
        if (depth >= MEMBERS) {
            keep(next);
        }
    }

    private void close(byte next) throws IOException {
        if (depth == 0) {
            throw new IOException("The feed's answer is not JSON.");
        }
        if (depth >= MEMBERS) {
            keep(next);
        }
        depth--;
        ended = depth == 0;
        if (ended) {
            finishElement();
        }
    }

    private void separate(byte next) {
        if (depth == 1) {
            finishElement();
        } else {
            keep(next);
        }
    }

    private void other(byte next) throws IOException {
        if (depth < 1) {
            throw new IOException("The feed's answer is not JSON.");
        }
        inString = next == '"';
        keep(next);
    }

    private void keep(byte next) {
        length++;
        if (length <= mostBytesOfEvent) {
            element.write(next);
        }
        if (depth <= MEMBERS && scalars.size() < mostBytesOfEvent) {
            scalars.write(next);
        }
    }

    private void finishElement() {
        if (length > 0) {
            boolean whole = length <= mostBytesOfEvent;
            RawEvent event = new RawEvent((whole ? element : scalars).toByteArray(), whole);
            events.add(event);
            kept += event.bytes().length;
        }
        element.reset();
        scalars.reset();
        length = 0;
    }
}
