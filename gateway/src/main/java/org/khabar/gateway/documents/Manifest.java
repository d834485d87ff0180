package org.khabar.gateway.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.json.JsonSyntaxException;

/** The documents that an operator trusts, by id. */
final class Manifest {
    private static final Manifest EMPTY = new Manifest(Map.of());
    private static final int MAX_DEPTH = 10;

    /** Good enough for a label: what an operator trusts is no trap. */
    private static final Pattern OPERATION =
            Pattern.compile("\\b(?:query|mutation|subscription)\\s+([_A-Za-z][_0-9A-Za-z]*)");

    private final Map<String, String> byId;
    private final Set<String> documents;

    private Manifest(Map<String, String> byId) {
        this.byId = byId;
        this.documents = new HashSet<>(byId.values());
    }

    static Manifest empty() {
        return EMPTY;
    }

    /**
     * Reads Apollo's persisted query manifest
     * ({@code {"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": …, "body": …}]}}), or a
     * JSON object of ids and documents, as Relay and GraphQL Code Generator write it.
     *
     * @throws IllegalStateException when it cannot be read or is neither
     */
    static Manifest read(Path file) {
        try {
            Object json = JsonReader.read(Files.readAllBytes(file), MAX_DEPTH);
            if (!(json instanceof Map<?, ?> object)) {
                throw unusable(file, "it is no JSON object");
            }
            Map<String, String> documents = new LinkedHashMap<>();
            if (object.get("operations") instanceof List<?> operations) {
                checkVersion(file, object);
                operations.forEach(operation -> add(file, documents, operation));
            } else {
                object.forEach((id, body) -> add(file, documents, String.valueOf(id), body));
            }
            return new Manifest(documents);
        } catch (IOException | JsonSyntaxException e) {
            throw unusable(file, String.valueOf(e));
        }
    }

    private static void checkVersion(Path file, Map<?, ?> object) {
        if (!"apollo-persisted-query-manifest".equals(object.get("format"))
                || !Integer.valueOf(1).equals(object.get("version"))) {
            throw unusable(file, "its format is not apollo-persisted-query-manifest, version 1");
        }
    }

    private static void add(Path file, Map<String, String> documents, @Nullable Object operation) {
        if (!(operation instanceof Map<?, ?> fields && fields.get("id") instanceof String id)) {
            throw unusable(file, "an operation has no id");
        }
        add(file, documents, id, fields.get("body"));
    }

    private static void add(Path file, Map<String, String> documents, String id, @Nullable Object body) {
        if (!(body instanceof String document)) {
            throw unusable(file, "the document with the id \"" + id + "\" is no string");
        }
        String other = documents.putIfAbsent(id, document);
        if (other != null && !other.equals(document)) {
            throw unusable(file, "two documents have the id \"" + id + "\"");
        }
    }

    private static IllegalStateException unusable(Path file, String why) {
        return new IllegalStateException("The manifest of trusted documents " + file + " cannot be used: " + why);
    }

    /** The document of that id. */
    Optional<String> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The names of operations in the documents. What is no GraphQL has none: it is refused when it is asked for. */
    Set<String> operationNames() {
        Set<String> names = new HashSet<>();
        for (String document : documents) {
            Matcher matcher = OPERATION.matcher(document);
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return names;
    }

    /** Whether a document is here, letter by letter, under whatever id. */
    boolean contains(String document) {
        return documents.contains(document);
    }
}
