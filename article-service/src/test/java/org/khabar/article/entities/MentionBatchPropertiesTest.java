package org.khabar.article.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a feed answers is a batch or a failure to read one, and nothing else. */
class MentionBatchPropertiesTest {

    @Property
    void anyBytesAreEventsOrAFailure(@ForAll byte[] bytes) {
        assertThat(isRead(bytes)).isIn(true, false);
    }

    @Property
    void anyMembersMakeAnEvent(
            @ForAll("values") String type,
            @ForAll("values") String subject,
            @ForAll("values") String data,
            @ForAll("values") String entity) {
        String event = """
                [{"id": "7", "type": %s, "subject": %s, "method": %s, "data": {"article": %s, "entities": [%s, %s]}},
                 {"id": 8, "type": "org.khabar.entity.mentions.changed.v1", "subject": %s, "data": %s}]
                """.formatted(type, subject, entity, subject, entity, data, subject, data);
        assertThat(isRead(event.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @Example
    void nestingEndsTheReading() {
        assertThat(isRead("[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    private static boolean isRead(byte[] bytes) {
        try {
            List<MentionEvent> events = MentionBatch.parse(bytes);
            assertThat(events).doesNotContainNull();
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.of(
                "null",
                "true",
                "7",
                "-1e400",
                "\"\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "\"DELETE\"",
                "\"org.khabar.entity.mentions.changed.v1\"",
                "\"0195a000-0000-7000-8000-0000000000e1\"",
                "[]",
                "[[]]",
                "{}",
                "{\"entities\": 7}",
                "{\"article\": \"0195a000-0000-7000-8000-0000000000e1\", \"entities\": []}",
                "{\"id\": \"a\", \"type\": \"PLACE\", \"mentionCount\": 1, \"salience\": \"NaN\"}",
                "{\"id\": \"a\", \"type\": \"PLACE\", \"mentionCount\": 99999999999999999999, \"salience\": 1}",
                "{\"id\": \"a\", \"type\": \"PLACE\", \"mentionCount\": 1, \"salience\": 1}");
    }
}
