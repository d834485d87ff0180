package org.khabar.article.importing.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Documents in forms, for tests. */
public final class Forms {

    private Forms() {}

    /** A document of {@code src/test/resources/forms}. */
    public static byte[] read(String name) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/forms", name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
