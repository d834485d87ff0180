package org.khabar.article.importing.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** Lists of words that lie beside this package as resource files: a row a line, comments behind a number sign. */
final class HtmlWords {

    private HtmlWords() {}

    static Stream<String> read(String resource) {
        try (InputStream in = Objects.requireNonNull(HtmlWords.class.getResourceAsStream(resource), resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
