package org.khabar.entity.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the curated files. */
final class CuratedFiles {

    private static final ObjectReader LINES = JsonMapper.builder().build().readerFor(CuratedLine.class);

    private CuratedFiles() {}

    /**
     * The bytes of a resource.
     *
     * @throws IllegalStateException when there is no such resource
     */
    static byte[] bytes(String resource) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream stream = loader.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("There is no resource " + resource + " on the class path.");
            }
            return stream.readAllBytes();
        } catch (IOException failure) {
            throw new IllegalStateException("The resource " + resource + " cannot be read.", failure);
        }
    }

    /**
     * The lines of these files.
     *
     * @throws IllegalStateException naming the file and line that is wrong, also when a key stands twice
     */
    static List<CuratedLine> read(List<String> resources) {
        List<CuratedLine> lines = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (String resource : resources) {
            List<String> texts =
                    new String(bytes(resource), StandardCharsets.UTF_8).lines().toList();
            for (int i = 0; i < texts.size(); i++) {
                CuratedLine line = parse(texts.get(i), resource, i + 1);
                if (!keys.add(line.key())) {
                    throw new IllegalStateException(
                            "%s:%d: the key %s stands twice".formatted(resource, i + 1, line.key()));
                }
                lines.add(line);
            }
        }
        return List.copyOf(lines);
    }

    private static CuratedLine parse(String text, String resource, int number) {
        try {
            CuratedLine line = LINES.readValue(text);
            line.toEntry();
            return line;
        } catch (JsonProcessingException | IllegalArgumentException failure) {
            throw new IllegalStateException("%s:%d: %s".formatted(resource, number, failure.getMessage()), failure);
        }
    }
}
