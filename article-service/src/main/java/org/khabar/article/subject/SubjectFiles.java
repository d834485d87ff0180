package org.khabar.article.subject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.khabar.article.outlet.LocalizedName;

/** Reads subjects from the file that comes with the service, or from the IPTC's own. */
final class SubjectFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String RESOURCE = "media-topics.tsv";
    private static final int COLUMNS = 5;

    private SubjectFiles() {}

    /** The subjects that come with the service. */
    static List<Subject> bundled() {
        try (InputStream file = SubjectFiles.class.getResourceAsStream(RESOURCE)) {
            String text = new String(Objects.requireNonNull(file, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(SubjectFiles::row)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * The subjects of a file in the JSON of the IPTC's server: an object whose {@code conceptSet} has concepts with
     * {@code qcode} or {@code uri}, {@code prefLabel} by language and {@code broader} codes.
     *
     * @throws IllegalStateException when it is another file, or cannot be read
     */
    static List<Subject> iptc(Path file) {
        try {
            JsonNode concepts = JSON.readTree(Files.readAllBytes(file)).path("conceptSet");
            List<Subject> subjects = new ArrayList<>();
            concepts.forEach(concept -> concept(concept).ifPresent(subjects::add));
            if (subjects.isEmpty()) {
                throw new IllegalStateException("khabar.subjects.vocabulary: " + file + " has no media topics");
            }
            return subjects;
        } catch (IOException unreadable) {
            throw new IllegalStateException("khabar.subjects.vocabulary: " + file + " cannot be read", unreadable);
        }
    }

    private static Subject row(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException(RESOURCE + " has a line of another form: " + line);
        }
        List<LocalizedName> names = List.of(
                new LocalizedName(columns[2], "en"),
                new LocalizedName(columns[3], "ar"),
                new LocalizedName(columns[4], "fr"));
        return new Subject(
                "medtop:" + columns[0], names, columns[1].isEmpty() ? List.of() : List.of("medtop:" + columns[1]));
    }

    private static Optional<Subject> concept(JsonNode concept) {
        String id = concept.path("qcode").asText(concept.path("uri").asText());
        return SubjectCode.find(id)
                .map(code -> new Subject(code, names(concept.path("prefLabel")), broader(concept.path("broader"))));
    }

    private static List<LocalizedName> names(JsonNode labels) {
        return labels.properties().stream()
                .map(label -> new LocalizedName(label.getValue().asText(), label.getKey()))
                .toList();
    }

    private static List<String> broader(JsonNode codes) {
        Stream<JsonNode> all = codes.isArray() ? codes.valueStream() : Stream.of(codes);
        return all.flatMap(code -> SubjectCode.find(code.asText()).stream()).toList();
    }
}
