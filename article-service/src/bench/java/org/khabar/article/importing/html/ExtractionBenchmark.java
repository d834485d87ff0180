package org.khabar.article.importing.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.khabar.article.article.BlockKind;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.page.OutletNames.KnownOutlet;

/**
 * Scores what is read as the text of pages, beside peers in the same run. Arguments: the folder with the pages and their
 * ground truth, maybe one with pages and their gold texts side by side, maybe {@code --pages} for a line for each page.
 */
public final class ExtractionBenchmark {

    private static final HtmlContext CONTEXT = new HtmlContext(
            null,
            FieldOrigin.DEFAULT,
            new KnownOutlet("unknown", ZoneId.of("UTC")),
            null,
            null,
            Instant.parse("2026-01-01T00:00:00Z"),
            name -> Optional.empty(),
            host -> Optional.empty());

    private record Sample(String name, byte[] page, String truth) {}

    private interface Extractor {
        String extract(byte[] page);
    }

    private static final Map<String, Extractor> EXTRACTORS = extractors();

    private ExtractionBenchmark() {}

    /** Prints the tables. */
    public static void main(String[] arguments) throws IOException {
        List<String> options = List.of(arguments);
        boolean each = options.contains("--pages");
        System.out.printf(
                "%s, Java %s, %d cores%n",
                LocalDate.now(ZoneId.systemDefault()),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors());
        score("English and other pages (article-extraction-benchmark, half)", benchmark(Path.of(arguments[0])), each);
        if (arguments.length > 1 && Files.isDirectory(Path.of(arguments[1]))) {
            score("Arabic pages", pairs(Path.of(arguments[1])), each);
        }
    }

    private static void score(String title, List<Sample> samples, boolean each) {
        System.out.printf("%n%s: %d%n%n| Extractor | F1 | Precision | Recall | ms/page |%n| --- | --: | --: | --: | --: |%n",
                title, samples.size());
        EXTRACTORS.forEach((name, extractor) -> {
            samples.stream().limit(30).forEach(sample -> extractor.extract(sample.page())); // warms up
            ShingleScore score = new ShingleScore();
            long nanos = 0;
            List<String> lines = new ArrayList<>();
            for (Sample sample : samples) {
                long start = System.nanoTime();
                String text = extractor.extract(sample.page());
                nanos += System.nanoTime() - start;
                ShingleScore.Result result = score.add(sample.truth(), text);
                lines.add("%.3f P %.3f R %.3f %s".formatted(result.f1(), result.precision(), result.recall(), sample.name()));
            }
            ShingleScore.Result total = score.total();
            System.out.println(String.format(
                    Locale.ROOT,
                    "| %s | %.3f | %.3f | %.3f | %.1f |",
                    name,
                    total.f1(),
                    total.precision(),
                    total.recall(),
                    nanos / 1e6 / samples.size()));
            if (each) {
                lines.stream().sorted().forEach(System.out::println);
            }
        });
    }

    private static Map<String, Extractor> extractors() {
        Map<String, Extractor> extractors = new LinkedHashMap<>();
        HtmlPageParser parser = new HtmlPageParser(HtmlLimits.DEFAULT);
        extractors.put("Khabar", page -> {
            try {
                return text(parser.parse(page, null, CONTEXT));
            } catch (UnreadablePage unreadable) {
                return "";
            }
        });
        extractors.put("readability4j 1.0.8", page -> {
            String html = HtmlText.decode(page);
            String text = new Readability4J("https://example.org/", html).parse().getTextContent();
            return text == null ? "" : text;
        });
        extractors.put("jsoup, all text of the body", page -> Jsoup.parse(HtmlText.decode(page)).body().text());
        return extractors;
    }

    /** The text of an article without the captions of its images, which are none of it in this benchmark. */
    private static String text(ArticleDraft draft) {
        return draft.blocks().stream()
                .filter(block -> block.kind() != BlockKind.IMAGE)
                .map(block -> block.text())
                .collect(Collectors.joining("\n"));
    }

    /** The peers take text: the same decoder serves all. */
    private static final class HtmlText {

        static String decode(byte[] page) {
            try {
                return HtmlDecoder.decode(page, null);
            } catch (UnreadablePage unreadable) {
                return "";
            }
        }
    }

    private static List<Sample> benchmark(Path folder) throws IOException {
        JsonNode truth = new ObjectMapper().readTree(folder.resolve("ground-truth.json").toFile());
        List<Sample> samples = new ArrayList<>();
        for (Map.Entry<String, JsonNode> page : truth.properties()) {
            Path file = folder.resolve(page.getKey() + ".html.gz");
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                String name = page.getKey().substring(0, 8) + " " + page.getValue().path("url").asText();
                samples.add(new Sample(
                        name, in.readAllBytes(), page.getValue().path("articleBody").asText()));
            }
        }
        return samples;
    }

    private static List<Sample> pairs(Path folder) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".html")).sorted().toList()) {
                Path gold = file.resolveSibling(file.getFileName().toString().replace(".html", ".gold.txt"));
                if (Files.exists(gold)) {
                    samples.add(new Sample(
                            file.getFileName().toString(),
                            Files.readAllBytes(file),
                            Files.readString(gold, StandardCharsets.UTF_8)));
                }
            }
        }
        return samples;
    }
}
