package org.khabar.article.importing.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.feed.FeedForms;
import org.khabar.article.importing.form.FormItem;
import org.khabar.article.importing.form.FormParser;
import org.khabar.article.importing.form.Forms;
import org.khabar.article.importing.form.TestContexts;
import org.khabar.article.importing.json.JsonForm;

/** Documents that were good until somebody changed them: each is read or refused, in time, and nothing else is thrown. */
class HostileFormsTest {

    /** Of the processor, so that what else the machine does makes no difference. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int MAX_CHANGES = 12;
    private static final List<String> JSON = List.of("ninjs-1.json", "ninjs-2.json", "ninjs-3.json");
    private static final List<String> FEEDS = List.of("wordpress.rss", "blog.atom");
    private static final String[] PIECES = {
        "<",
        ">",
        "&",
        "]]>",
        "<![CDATA[",
        "<!DOCTYPE x>",
        "&#0;",
        "&amp;",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\\u0000",
        "\\ud83d",
        "null",
        "true",
        "-1e999",
        "<item>",
        "</item>",
        "<entry>",
        "xmlns=\"x\"",
        "<?xml version='1.1'?>",
        "\u202e",
        "ﷺ",
        "2025-02-30T25:61:61Z",
        "9999999999999999999",
        "<div>",
        "\n--",
        "\r\n"
    };

    private final FormParser json = new JsonForm();
    private final FormParser feeds = FeedForms.of(1000);

    @Property(tries = 3000)
    void jsonIsReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        parse(json, mutated(Forms.read(JSON.get(random.nextInt(JSON.size()))), random));
    }

    @Property(tries = 3000)
    void feedsAreReadOrRefused(@ForAll long seed) {
        Random random = new Random(seed);
        parse(feeds, mutated(Forms.read(FEEDS.get(random.nextInt(FEEDS.size()))), random));
    }

    @Property(tries = 2000)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        parse(json, bytes);
        parse(feeds, bytes);
    }

    @Property(tries = 1000)
    void anyBytesAreCutIntoDocumentsOrRefused(@ForAll byte[] bytes) throws IOException {
        drain(new NdjsonSource(new ByteArrayInputStream(bytes), 100));
        try {
            drain(new MultipartSource(new ByteArrayInputStream(bytes), "x", 100));
        } catch (RequestFailure refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static void drain(ItemSource source) throws IOException {
        while (source.next() != null) {
            // Each is looked at by being there.
        }
    }

    private static void parse(FormParser parser, byte[] bytes) {
        long begun = CPU.getCurrentThreadCpuTime();
        try {
            List<FormItem> items = parser.parse(bytes, TestContexts.plain());
            for (FormItem item : items) {
                if (item instanceof FormItem.Read read) {
                    assertThat(read.draft().headline()).isNotBlank();
                    assertThat(read.draft().blocks()).isNotEmpty();
                }
            }
        } catch (UnreadablePage refused) {
            assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(500);
        }
        assertThat(Duration.ofNanos(CPU.getCurrentThreadCpuTime() - begun)).isLessThan(PATIENCE);
    }

    /** Bytes changed, taken out, doubled, or put in between. */
    private static byte[] mutated(byte[] document, Random random) {
        byte[] bytes = document;
        for (int change = random.nextInt(MAX_CHANGES); change >= 0; change--) {
            int at = random.nextInt(bytes.length + 1);
            int length = Math.min(bytes.length - at, random.nextInt(40));
            bytes = switch (random.nextInt(4)) {
                case 0 -> spliced(bytes, at, length, new byte[0]);
                case 1 -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
                case 2 -> spliced(bytes, at, 0, PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
                default -> spliced(bytes, at, Math.min(1, bytes.length - at), new byte[] {(byte) random.nextInt(256)});
            };
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream(bytes.length + added.length);
        spliced.write(bytes, 0, at);
        spliced.write(added, 0, added.length);
        spliced.write(bytes, at + removed, bytes.length - at - removed);
        return spliced.toByteArray();
    }
}
