package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventSplitterTest {

    private static final String BATCH = " [ {\"a\":\"x ] } , \\\" \\\\\"}, {\"b\":[1,{\"c\":\"خبر\"}]} ] ";

    @Test
    void cutsAtTheCommasOfTheArrayAlone() throws IOException {
        assertThat(split(BATCH, 1000, BATCH.length()))
                .containsExactly("{\"a\":\"x ] } , \\\" \\\\\"}", "{\"b\":[1,{\"c\":\"خبر\"}]}");
    }

    @Test
    void aByteAtATimeGivesTheSame() throws IOException {
        assertThat(split(BATCH, 1000, 1)).isEqualTo(split(BATCH, 1000, BATCH.length()));
    }

    @Test
    void keepsTheScalarsOfALargeElementAndWhatFollowsIt() throws IOException {
        EventSplitter splitter = new EventSplitter(30);
        splitter.accept(bytes("[{\"data\":{\"text\":[\"long long long\"]},\"id\":\"7\"},{\"id\":\"8\"}]"));
        splitter.end();

        assertThat(splitter.events()).extracting(RawEvent::whole).containsExactly(false, true);
        assertThat(splitter.events())
                .extracting(event -> new String(event.bytes(), StandardCharsets.UTF_8))
                .containsExactly("{\"data\":null,\"id\":\"7\"}", "{\"id\":\"8\"}");
    }

    @Test
    void anEmptyArrayHasNone() throws IOException {
        assertThat(split("[]", 10, 2)).isEmpty();
    }

    @Test
    void whatIsNoArrayIsRefused() {
        assertThatIOException().isThrownBy(() -> split("", 10, 1));
        assertThatIOException().isThrownBy(() -> split("]", 10, 1));
        assertThatIOException().isThrownBy(() -> split("[{}", 10, 2));
        assertThatIOException().isThrownBy(() -> split("[{}][{}]", 10, 8));
        assertThatIOException().isThrownBy(() -> split("\"text\"", 10, 6));
    }

    private static List<String> split(String text, int mostBytesOfEvent, int step) throws IOException {
        EventSplitter splitter = new EventSplitter(mostBytesOfEvent);
        ByteBuffer bytes = bytes(text);
        while (bytes.hasRemaining()) {
            int size = Math.min(step, bytes.remaining());
            splitter.accept(bytes.slice(bytes.position(), size));
            bytes.position(bytes.position() + size);
        }
        splitter.end();
        return splitter.events().stream()
                .map(event -> new String(event.bytes(), StandardCharsets.UTF_8))
                .toList();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
