package org.khabar.article.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.TextBlock;

/**
 * Texts of {@code src/test/resources/stories}: a file whose name begins with "same" has near-duplicates, one whose name
 * begins with "apart" has articles that are none. Each article begins with a line "== outlet | headline".
 */
public final class Copies {

    private static final Path FOLDER = Path.of("src/test/resources/stories");

    private Copies() {}

    /** One article of a file. */
    public record Copy(String outlet, String headline, List<String> paragraphs) {

        public List<TextBlock> blocks() {
            return paragraphs.stream()
                    .map(paragraph -> new TextBlock(BlockKind.PARAGRAPH, paragraph))
                    .toList();
        }
    }

    /** The names of the files that begin so. */
    public static List<String> names(String beginning) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .filter(name -> name.startsWith(beginning))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public static List<Copy> read(String name) {
        try {
            String text = Files.readString(FOLDER.resolve(name + ".txt"));
            List<Copy> copies = new ArrayList<>();
            for (String part : text.split("(?m)^== ")) {
                if (!part.isBlank()) {
                    copies.add(copy(part));
                }
            }
            return copies;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static Copy copy(String part) {
        String[] headAndText = part.split("\n", 2);
        String[] outletAndHeadline = headAndText[0].split(" \\| ", 2);
        List<String> paragraphs =
                Arrays.stream(headAndText[1].strip().split("\n\n")).toList();
        return new Copy(outletAndHeadline[0].strip(), outletAndHeadline[1].strip(), paragraphs);
    }
}
