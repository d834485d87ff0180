package org.khabar.article.importing.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How like an extracted text is to the true one, as scrapinghub's article-extraction-benchmark has it: by the multisets of
 * their shingles of four words. Precision and recall are means over the pages, F1 is that of the means.
 */
final class ShingleScore {

    private static final int WORDS = 4;
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private final List<Double> precisions = new ArrayList<>();
    private final List<Double> recalls = new ArrayList<>();

    /** Precision, recall and their harmonic mean. */
    record Result(double precision, double recall, double f1) {

        static Result of(double precision, double recall) {
            double sum = precision + recall;
            return new Result(precision, recall, sum == 0 ? 0 : 2 * precision * recall / sum);
        }
    }

    /** Takes one page in, and says how it went. */
    Result add(String truth, String extracted) {
        Map<List<String>, Integer> expected = shingles(truth);
        Map<List<String>, Integer> actual = shingles(extracted);
        Set<List<String>> all = new HashSet<>(expected.keySet());
        all.addAll(actual.keySet());
        double both = 0;
        double wrong = 0;
        double missed = 0;
        for (List<String> shingle : all) {
            int expectedCount = expected.getOrDefault(shingle, 0);
            int actualCount = actual.getOrDefault(shingle, 0);
            both += Math.min(expectedCount, actualCount);
            wrong += Math.max(0, actualCount - expectedCount);
            missed += Math.max(0, expectedCount - actualCount);
        }
        double precision = wrong == 0 && missed == 0 ? 1 : both + wrong == 0 ? 0 : both / (both + wrong);
        double recall = wrong == 0 && missed == 0 ? 1 : both + missed == 0 ? 0 : both / (both + missed);
        if (both + wrong > 0) {
            precisions.add(precision);
        }
        if (both + missed > 0) {
            recalls.add(recall);
        }
        return Result.of(precision, recall);
    }

    Result total() {
        return Result.of(mean(precisions), mean(recalls));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static Map<List<String>, Integer> shingles(String text) {
        List<String> words =
                WORD.matcher(text).results().map(match -> match.group()).toList();
        Map<List<String>, Integer> shingles = new HashMap<>();
        for (int i = 0; i < Math.max(1, words.size() - WORDS + 1); i++) {
            List<String> shingle = words.subList(i, Math.min(words.size(), i + WORDS));
            if (!shingle.isEmpty()) {
                shingles.merge(shingle, 1, Integer::sum);
            }
        }
        return shingles;
    }
}
