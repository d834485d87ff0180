package org.khabar.entity.linking;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The passages of one article with their names.
 *
 * @param phenomena what it was written for
 * @param language BCP 47 language
 * @param outletCountry ISO 3166-1 alpha-2 code of the country that the outlet is of; null when unknown
 * @param texts the passages in reading order
 * @param spans their names
 */
record GoldPassage(
        List<String> phenomena,
        @Nullable String language,
        @Nullable String outletCountry,
        List<String> texts,
        List<GoldSpan> spans) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    GoldPassage {
        phenomena = List.copyOf(phenomena);
        texts = List.copyOf(texts);
        spans = List.copyOf(spans);
    }

    /** A line of JSON: either {@code marked}, or {@code text} with {@code spans}. */
    private record Line(
            @Nullable List<String> phenomena,
            @Nullable String language,
            @Nullable String outletCountry,
            @Nullable List<String> marked,
            @Nullable List<String> text,
            @Nullable List<GoldSpan> spans) {}

    /** @throws IllegalArgumentException naming the line that cannot be read */
    static List<GoldPassage> read(Path file) throws IOException {
        List<GoldPassage> passages = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            number++;
            if (!line.isBlank()) {
                passages.add(parse(file, number, line));
            }
        }
        return passages;
    }

    private static GoldPassage parse(Path file, int number, String line) {
        try {
            return of(JSON.readValue(line, Line.class));
        } catch (IOException | RuntimeException problem) {
            throw new IllegalArgumentException("%s:%d: %s".formatted(file, number, problem.getMessage()), problem);
        }
    }

    private static GoldPassage of(Line line) {
        List<String> phenomena = orEmpty(line.phenomena());
        List<String> markedTexts = line.marked();
        if (markedTexts == null) {
            List<String> texts = orEmpty(line.text());
            List<GoldSpan> spans = orEmpty(line.spans());
            GoldPassage passage = new GoldPassage(phenomena, line.language(), line.outletCountry(), texts, spans);
            if (spans.stream().anyMatch(span -> passage.surface(span).isBlank())) {
                throw new IllegalArgumentException("a span of blanks");
            }
            return passage;
        }
        List<String> texts = new ArrayList<>();
        List<GoldSpan> spans = new ArrayList<>();
        for (String marked : markedTexts) {
            MarkedText text = MarkedText.parse(texts.size(), marked);
            texts.add(text.text());
            spans.addAll(text.spans());
        }
        return new GoldPassage(phenomena, line.language(), line.outletCountry(), texts, spans);
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    String surface(GoldSpan span) {
        return texts.get(span.passage()).substring(span.start(), span.end());
    }
}
