package org.khabar.entity.linking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Scores the linking of annotated passages with the catalogue that the service starts with. Arguments: files of passages
 * (lines of JSON), maybe {@code --mistakes} for a line for each, maybe {@code --write} and the README.
 */
public final class LinkingBenchmark {

    private static final String HEAD = """
            | %s | links | span P | span R | span F1 | link F1 | none | none F1 | adjectives linked |
            | --- | --: | --: | --: | --: | --: | --: | --: | --: |
            """;
    private static final String BEGIN = "<!-- linking -->\n";
    private static final String END = "<!-- /linking -->";

    private LinkingBenchmark() {}

    /** Prints the tables. */
    public static void main(String[] arguments) throws IOException {
        List<String> options = new ArrayList<>(List.of(arguments));
        boolean mistakes = options.remove("--mistakes");
        int write = options.indexOf("--write");
        Path readme = write < 0 ? null : Path.of(options.get(write + 1));
        if (write >= 0) {
            options.subList(write, write + 2).clear();
        }
        StringBuilder report = new StringBuilder();
        for (String file : options) {
            report.append(report(Path.of(file), mistakes));
        }
        System.out.print(report);
        if (readme != null) {
            write(readme, report.toString());
        }
    }

    private static String report(Path file, boolean mistakes) throws IOException {
        List<GoldPassage> passages = GoldPassage.read(file);
        LinkingScorer scorer = LinkedText.scorer();
        passages.forEach(passage -> scorer.add(passage, LinkedText.links(passage)));
        StringBuilder report = new StringBuilder();
        report.append("%s: %d passages%n%n".formatted(file.getFileName(), passages.size()));
        report.append(table("", scorer.groups()));
        report.append(table("Written for", scorer.phenomena()));
        report.append(calibration(scorer.calibration()));
        if (mistakes) {
            scorer.mistakes().stream()
                    .sorted(Comparator.comparing(LinkingScorer.Mistake::about))
                    .forEach(mistake -> report.append(
                            "%s %s: %s%n".formatted(mistake.language(), mistake.about(), mistake.what())));
        }
        return report.append('\n').toString();
    }

    private static String table(String title, Map<String, LinkingScore> scores) {
        StringBuilder table = new StringBuilder(HEAD.formatted(title));
        scores.forEach((name, score) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f | %.3f | %d | %.3f | %d of %d |%n",
                name,
                score.gold(),
                score.spanPrecision(),
                score.spanRecall(),
                score.spanF1(),
                score.linkF1(),
                score.none(),
                score.noneF1(),
                score.demonymsLinked(),
                score.demonyms())));
        return table.append('\n').toString();
    }

    private static String calibration(Map<Integer, int[]> tenths) {
        StringBuilder table = new StringBuilder("| Confidence | links | right |\n| --- | --: | --: |\n");
        tenths.forEach((tenth, counts) -> table.append(String.format(
                Locale.ROOT,
                "| %.1f to %.1f | %d | %.2f |%n",
                tenth / 10.0,
                (tenth + 1) / 10.0,
                counts[0],
                (double) counts[1] / counts[0])));
        return table.append('\n').toString();
    }

    private static void write(Path readme, String report) throws IOException {
        String text = Files.readString(readme);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException("%s has no place for the result: %s".formatted(readme, BEGIN.strip()));
        }
        Files.writeString(readme, text.substring(0, begin + BEGIN.length()) + report.strip() + '\n' + text.substring(end));
    }
}
