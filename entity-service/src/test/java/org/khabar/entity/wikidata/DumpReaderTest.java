package org.khabar.entity.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpReaderTest {

    private static final List<String> LINES = List.of("[", "{\"ا\": 1},", "", "{\"b\": 2}", "]");

    @TempDir
    Path directory;

    private interface Compression {
        OutputStream over(OutputStream stream) throws IOException;
    }

    @Test
    void readsPlainAndCompressedDumpsAlike() throws IOException {
        String text = String.join("\n", LINES) + "\n";

        assertThat(lines(file(text, stream -> stream))).isEqualTo(LINES);
        assertThat(lines(file(text, GZIPOutputStream::new))).isEqualTo(LINES);
        assertThat(lines(file(text, BZip2CompressorOutputStream::new))).isEqualTo(LINES);
    }

    @Test
    void readsFilesOfSeveralCompressedStreamsToTheirEnd() throws IOException {
        for (Compression compression : List.<Compression>of(GZIPOutputStream::new, BZip2CompressorOutputStream::new)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(compressed("one\ntw", compression));
            bytes.write(compressed("o\nthree", compression));
            Path file = Files.write(directory.resolve("streams"), bytes.toByteArray());

            assertThat(lines(file)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void goesOnBehindAnyLine() throws IOException {
        Path file = file(String.join("\n", LINES), GZIPOutputStream::new);
        List<Long> ends = new ArrayList<>();
        try (DumpReader dump = DumpReader.open(file, 100)) {
            while (dump.next()) {
                ends.add(dump.position());
            }
        }
        for (int i = 0; i < ends.size(); i++) {
            try (DumpReader dump = DumpReader.open(file, 100)) {
                dump.skipTo(ends.get(i));
                assertThat(rest(dump)).isEqualTo(LINES.subList(i + 1, LINES.size()));
            }
        }
    }

    @Test
    void passesOverLinesThatAreTooLongAndReadsTheNext() throws IOException {
        Path file = file("x".repeat(1_000_000) + "\nshort", stream -> stream);
        try (DumpReader dump = DumpReader.open(file, 10)) {
            assertThat(dump.next()).isTrue();
            assertThat(dump.isTooLong()).isTrue();
            assertThat(dump.position()).isEqualTo(1_000_001);
            assertThat(rest(dump)).containsExactly("short");
        }
    }

    @Test
    void saysThatACompressedFileEndsTooEarly() throws IOException {
        byte[] whole = compressed("line\n".repeat(10_000), GZIPOutputStream::new);
        Path file = Files.write(directory.resolve("half"), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> lines(file)).isInstanceOf(EOFException.class);
    }

    private Path file(String text, Compression compression) throws IOException {
        return Files.write(directory.resolve("dump"), compressed(text, compression));
    }

    private static byte[] compressed(String text, Compression compression) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream stream = compression.over(bytes)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<String> lines(Path file) throws IOException {
        try (DumpReader dump = DumpReader.open(file, 1_000)) {
            return rest(dump);
        }
    }

    private static List<String> rest(DumpReader dump) throws IOException {
        List<String> lines = new ArrayList<>();
        while (dump.next()) {
            lines.add(new String(dump.line(), 0, dump.length(), StandardCharsets.UTF_8));
        }
        return lines;
    }
}
