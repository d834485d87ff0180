package org.khabar.gateway.differential;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files of the folder {@code differential} among the test resources. */
final class Resource {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Resource() {}

    /** A file's text. */
    static String text(String name) {
        try {
            return Files.readString(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's JSON. */
    static <T> T json(String name, TypeReference<T> type) {
        return parse(text(name), type);
    }

    /** JSON of a text. */
    static <T> T parse(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of what is in a folder, sorted. */
    static List<String> list(String folder) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the folders. */
    static List<String> listFolders() {
        return list("").stream().filter(name -> Files.isDirectory(path(name))).toList();
    }

    private static Path path(String name) {
        @Nullable URL found = Resource.class.getResource("/differential/" + name);
        if (found == null) {
            throw new IllegalArgumentException("No test resource differential/" + name);
        }
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
