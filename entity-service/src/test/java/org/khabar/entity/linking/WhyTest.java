package org.khabar.entity.linking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The reasons of links of short texts, as a golden file: a change of a weight shows what it changes. Written anew with
 * {@code -Dkhabar.write.expectations=true}.
 */
class WhyTest {

    private static final boolean WRITE = Boolean.getBoolean("khabar.write.expectations");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path TEXTS = Path.of("src/test/resources/passages/why.jsonl");
    private static final Path REASONS = Path.of("src/test/resources/expectations/why.json");

    private record Text(
            String about, String language, @Nullable String outletCountry, List<String> text) {}

    private record Explained(String about, List<String> links) {}

    @Test
    void linksSayWhatMadeThem() throws IOException {
        List<Text> texts = JSON.readerFor(Text.class)
                .<Text>readValues(Files.readString(TEXTS))
                .readAll();
        List<Explained> explained = texts.stream().map(WhyTest::explain).toList();
        String found = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(explained) + '\n';
        if (WRITE) {
            Files.writeString(REASONS, found);
        }

        assertThat(found).isEqualTo(Files.readString(REASONS));
    }

    private static Explained explain(Text text) {
        LinkingContext context = new LinkingContext(text.outletCountry(), false, false);
        return new Explained(
                text.about(),
                LinkedText.links(context, text.language(), text.text()).stream()
                        .map(WhyTest::explain)
                        .toList());
    }

    private static String explain(Link link) {
        String reasons = link.why().stream()
                .map(reason -> String.format(Locale.ROOT, "%s %+.2f", reason.feature(), reason.weight()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "%s = %s %.3f: %s",
                link.occurrence().surface(),
                LinkedText.nameOf(link),
                link.confidence(),
                reasons);
    }
}
