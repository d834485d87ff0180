package org.khabar.gateway.supergraph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A composition in a file: why it is there, what is expected, the subgraphs, and definitions that the supergraph must have.
 *
 * <p>A subgraph that links no specification itself gets a link to Federation 2 with everything imported, unless it is
 * marked {@code (federation 1)} or says that it is written without one.
 *
 * @param name the file's path without its ending
 * @param expected the errors as {@code CODE coordinate [subgraphs]}, or {@code composes}
 * @param subgraphs the subgraphs
 * @param supergraph the definitions expected, empty for none
 */
record CompositionCase(String name, Set<String> expected, List<SubgraphSdl> subgraphs, String supergraph) {
    private static final Path ROOT = Path.of("src/test/resources/supergraph/composition");
    private static final String FEDERATION_2 = """
        extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@provides",
          "@external", "@shareable", "@override", "@extends", "@interfaceObject", "@tag", "@inaccessible",
          "@authenticated", "@requiresScopes", "@policy", "@context", "@fromContext", "@cost", "@listSize"])
        """;
    private static final Pattern EXPECT = Pattern.compile("(?m)^# expect: (.*)$");
    private static final Pattern SECTION =
            Pattern.compile("(?m)^# (subgraph: (\\S+)( \\(federation 1\\))?|supergraph:)$");

    static Stream<CompositionCase> all() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files
                    .filter(file -> file.toString().endsWith(".graphqls"))
                    .sorted()
                    .map(CompositionCase::read)
                    .toList()
                    .stream();
        }
    }

    private static CompositionCase read(Path file) {
        String text = text(file);
        List<SubgraphSdl> subgraphs = new ArrayList<>();
        String supergraph = "";
        List<MatchResult> sections = SECTION.matcher(text).results().toList();
        for (int index = 0; index < sections.size(); index++) {
            MatchResult section = sections.get(index);
            int end = index + 1 < sections.size() ? sections.get(index + 1).start() : text.length();
            String body = text.substring(section.end(), end);
            if (section.group(2) == null) {
                supergraph = body;
            } else {
                subgraphs.add(subgraph(section.group(2), section.group(3) != null, body));
            }
        }
        Set<String> expected =
                EXPECT.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
        String name = ROOT.relativize(file).toString().replace(".graphqls", "");
        return new CompositionCase(name, expected, subgraphs, supergraph);
    }

    private static SubgraphSdl subgraph(String name, boolean federation1, String sdl) {
        boolean complete = federation1 || sdl.contains("@link(");
        return new SubgraphSdl(
                name, "http://" + name, complete || sdl.contains("without any @link") ? sdl : FEDERATION_2 + sdl);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
