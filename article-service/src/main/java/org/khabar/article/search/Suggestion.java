package org.khabar.article.search;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.khabar.article.search.analysis.Word;
import org.khabar.article.search.analysis.Words;
import org.khabar.article.search.query.SearchQuery;

/** What somebody may have meant who asked for words that hardly any article has. */
final class Suggestion {

    /** How much more articles must have the word that is suggested. */
    private static final int MORE_USUAL = 50;

    private static final int SHORT = 5;

    private Suggestion() {}

    /** The words to look up for a suggestion, folded. */
    static List<String> asked(SearchQuery query) {
        return query.phrases().stream()
                .flatMap(List::stream)
                .map(Word::exact)
                .distinct()
                .toList();
    }

    /** @param similar what is known of the asked words and of words like them */
    static Optional<String> of(SearchQuery query, List<SimilarWord> similar) {
        List<Word> words = query.phrases().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Word::start).reversed())
                .toList();
        StringBuilder text = new StringBuilder(query.text());
        boolean changed = false;
        for (Word word : words) {
            Optional<String> better = betterThan(word, similar);
            better.ifPresent(shown -> text.replace(word.start(), word.end(), shown));
            changed |= better.isPresent();
        }
        return changed ? Optional.of(text.toString()) : Optional.empty();
    }

    private static Optional<String> betterThan(Word word, List<SimilarWord> similar) {
        List<SimilarWord> alike = similar.stream()
                .filter(other -> other.asked().equals(word.exact()))
                .toList();
        int known = alike.stream()
                .filter(other -> other.term().equals(word.exact()))
                .mapToInt(SimilarWord::documents)
                .sum();
        List<SimilarWord> others = alike.stream()
                .filter(other -> !other.term().equals(word.exact()))
                .toList();
        if (others.stream().anyMatch(other -> isForm(word, other))) {
            return Optional.empty();
        }
        return others.stream()
                .filter(other -> other.documents() > (long) known * MORE_USUAL)
                .filter(other ->
                        distance(word.exact(), other.term()) <= (word.exact().length() <= SHORT ? 1 : 2))
                .min(Comparator.comparing((SimilarWord other) -> distance(word.exact(), other.term()))
                        .thenComparing(
                                Comparator.comparing(SimilarWord::documents).reversed())
                        .thenComparing(SimilarWord::term))
                .map(SimilarWord::shown);
    }

    /** A form of a word that articles have is no mistake. */
    private static boolean isForm(Word word, SimilarWord other) {
        return Words.ofAnyLanguage(other.term()).stream()
                .anyMatch(form -> !Collections.disjoint(form.stems(), word.stems()));
    }

    /** Letters that are wrong, missing, too many or changed with their neighbour (optimal string alignment). */
    static int distance(String one, String other) {
        int[][] costs = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cost(costs, one, other, i, j);
            }
        }
        return costs[one.length()][other.length()];
    }

    private static int cost(int[][] costs, String one, String other, int i, int j) {
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(costs[i - 1][j - 1] + wrong, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
        boolean changed =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return changed ? Math.min(least, costs[i - 2][j - 2] + 1) : least;
    }
}
