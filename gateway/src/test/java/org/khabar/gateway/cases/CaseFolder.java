package org.khabar.gateway.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.supergraph.SubgraphSdl;

/**
 * One case on disk: {@code NAME.graphqls} and {@code NAME.json} for each subgraph, and for each operation
 * {@code OPERATION.graphql}, {@code OPERATION.plan} and {@code OPERATION.answer.json}, maybe
 * {@code OPERATION.variables.json} and {@code OPERATION.caller.json} ({@link CaseCaller}). A subgraph whose data says
 * {@code "$dead": true} refuses every call; one that says {@code "$answer": "TEXT"} answers each with that text,
 * whatever it is. The answer to an operation with parts that come later is the list of its payloads. One that is asked again for what failed along with others says how often, {@code "$repeats": 1}.
 */
record CaseFolder(Path path) {

    static List<CaseFolder> all() {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/cases"))) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(CaseFolder::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    List<SubgraphSdl> subgraphs() {
        List<SubgraphSdl> subgraphs = new ArrayList<>();
        for (Path file : files(".graphqls")) {
            String name = baseName(file, ".graphqls");
            subgraphs.add(new SubgraphSdl(name, "http://" + name + ".test/graphql", read(file)));
        }
        return subgraphs;
    }

    List<String> operations() {
        return files(".graphql").stream()
                .map(file -> baseName(file, ".graphql"))
                .toList();
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> json(String file) {
        Path found = path.resolve(file);
        return Files.exists(found)
                ? (Map<String, Object>) Objects.requireNonNull(
                        JsonReader.read(read(found).getBytes(java.nio.charset.StandardCharsets.UTF_8), 100))
                : new LinkedHashMap<>();
    }

    String read(String file) {
        return read(path.resolve(file));
    }

    private List<Path> files(String suffix) {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String baseName(Path file, String suffix) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - suffix.length());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The golden file's text, or with {@code -Dcases.write=true} what it was just made. */
    String golden(String file, String actual) {
        Path golden = path.resolve(file);
        try {
            if (Boolean.getBoolean("cases.write")) {
                Files.writeString(golden, actual);
            }
            return Files.readString(golden);
        } catch (IOException e) {
            throw new UncheckedIOException(golden + " (write golden files with -Dcases.write=true)", e);
        }
    }
}
