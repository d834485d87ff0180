package org.khabar.article.importing.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.khabar.article.failure.RequestFailure;

/** How bodies are cut into documents, wherever the network cuts them. */
class ItemSourceTest {

    private static final int MAX = 1000;
    private static final String BOUNDARY = "--=_xxx";

    @Example
    void eachLineThatIsNotBlankIsADocumentWithItsNumber() throws IOException {
        List<RawItem> items = all(new NdjsonSource(stream("{\"a\":1}\n\n  \r\n{\"b\":2} \r\n{\"c\":3}", 3), MAX));
        assertThat(items).extracting(ItemSourceTest::text).containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
        assertThat(items).extracting(RawItem::position).containsExactly(1L, 4L, 5L);
    }

    @Example
    void aLineThatIsTooLongIsRefusedAlone() throws IOException {
        String longest = "x".repeat(MAX);
        List<RawItem> items = all(new NdjsonSource(stream(longest + "\n" + longest + "x\n{}\n", 7), MAX));
        assertThat(items).extracting(item -> item.refused() == null).containsExactly(true, false, true);
        assertThat(items).extracting(RawItem::position).containsExactly(1L, 2L, 3L);
    }

    @Property(tries = 500)
    void linesDoNotDependOnHowTheyArrive(
            @ForAll("lines") List<String> lines, @ForAll @IntRange(min = 1, max = 50) int chunk) throws IOException {
        List<RawItem> items = all(new NdjsonSource(stream(String.join("\n", lines), chunk), MAX));
        List<String> expected = lines.stream().filter(line -> !line.isBlank()).toList();
        assertThat(items).extracting(ItemSourceTest::text).isEqualTo(expected);
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return Arbitraries.of("", "خبر", "{\"a\": \"ب\"}", "x").list().ofMaxSize(20);
    }

    @Example
    void eachPartIsADocument() throws IOException {
        String body = "preamble\r\n--" + BOUNDARY + "\r\nContent-Type: text/html; charset=windows-1256\r\n"
                + "Content-Location: https://example.org/خبر\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"
                + "<p>نص</p>\r\n--" + BOUNDARY + "\r\n\r\n\r\n--" + BOUNDARY + "--\r\nepilogue";
        List<RawItem> items = all(new MultipartSource(stream(body, 5), BOUNDARY, MAX));
        assertThat(items).hasSize(2);
        RawItem html = items.getFirst();
        assertThat(text(html)).isEqualTo("<p>نص</p>");
        assertThat(html.mediaType()).isEqualTo("text/html");
        assertThat(html.charset()).isEqualTo("windows-1256");
        assertThat(html.url()).isEqualTo("https://example.org/خبر");
        assertThat(text(items.get(1))).isEmpty();
        assertThat(items.get(1).mediaType()).isEqualTo("text/plain");
    }

    @Property(tries = 1000)
    void partsAreWhatWasSent(@ForAll("contents") List<String> parts, @ForAll @IntRange(min = 1, max = 50) int chunk)
            throws IOException {
        StringBuilder body = new StringBuilder();
        parts.forEach(part -> body.append("--" + BOUNDARY + "\r\nContent-Type: text/plain\r\n\r\n")
                .append(part)
                .append("\r\n"));
        body.append("--" + BOUNDARY + "--");
        assertThat(all(new MultipartSource(stream(body.toString(), chunk), BOUNDARY, MAX)))
                .extracting(ItemSourceTest::text)
                .isEqualTo(parts);
    }

    /** Text that is nearly a boundary, again and again. */
    @Provide
    Arbitrary<List<String>> contents() {
        Arbitrary<String> piece = Arbitraries.of(
                "\n", "\r\n", "-", "--", BOUNDARY, "\n--", "\r\n--" + BOUNDARY.substring(0, 4), "نص", "x");
        return piece.list()
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces))
                .filter(part -> !("\n" + part + "\r\n").contains("\n--" + BOUNDARY))
                .list()
                .ofMaxSize(4)
                .filter(parts -> !parts.isEmpty());
    }

    @Example
    void aPartThatIsTooLongIsRefusedAlone() throws IOException {
        String body = "--b\r\n\r\n" + "x".repeat(MAX + 1) + "\r\n--b\r\n\r\nنص\r\n--b--";
        List<RawItem> items = all(new MultipartSource(stream(body, 100), "b", MAX));
        assertThat(items).extracting(item -> item.refused() == null).containsExactly(false, true);
    }

    @Example
    void aBodyThatBreaksOffOrHasNoBoundaryIsRefused() {
        refused("--b\r\n\r\nنص", "b", "inside of part 1");
        refused("نص", "b", "does not have the boundary");
        refused("--b--", "", "no boundary");
        refused("--b\r\nX: " + "x".repeat(10_000), "b", "header of a part is too long");
    }

    private static void refused(String body, String boundary, String says) {
        assertThatThrownBy(() -> all(new MultipartSource(stream(body, 10), boundary, MAX)))
                .isInstanceOf(RequestFailure.class)
                .hasMessageContaining(says);
    }

    private static List<RawItem> all(ItemSource source) throws IOException {
        List<RawItem> items = new ArrayList<>();
        for (RawItem item = source.next(); item != null; item = source.next()) {
            items.add(item);
        }
        return items;
    }

    private static String text(RawItem item) {
        return new String(item.bytes(), StandardCharsets.UTF_8);
    }

    /** Hands out at most so many bytes at a time. */
    private static InputStream stream(String text, int chunk) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, chunk));
            }
        };
    }
}
