package org.khabar.article.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Answers that are kept as files; {@code -Dfixtures.update=true} writes them anew. */
public final class Golden {

    private Golden() {}

    /**
     * An answer is that of a file of {@code src/test/resources}. Ids, cursors and times of storing are masked.
     *
     * @param name the file's path below that folder
     */
    public static void assertIs(String name, String answer) {
        Path file = Path.of("src/test/resources", name);
        String masked = masked(answer);
        try {
            if (Boolean.getBoolean("fixtures.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, masked.strip() + "\n");
            }
            assertThat(masked.strip()).isEqualTo(Files.readString(file).strip());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String masked(String answer) {
        return answer.replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}", "ID")
                .replaceAll("http://localhost:\\d+", "http://localhost")
                .replaceAll("(<updated>|<lastBuildDate>)[^<]+", "$1TIME")
                .replaceAll("(\"(?:updatedAt|versionCreated)\":)\"[^\"]+\"", "$1\"TIME\"")
                .replaceAll("(\"cursor\":)\"[^\"]+\"", "$1\"CURSOR\"");
    }
}
