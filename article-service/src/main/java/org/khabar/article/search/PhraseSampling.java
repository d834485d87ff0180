package org.khabar.article.search;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.search.query.SearchExpression;

/**
 * Which part of the archive phrases are counted in. The index finds their words; where these stand is in the articles'
 * entries, some kilobytes each, which must be read. So it is the finest even part with a bound number of articles that have
 * the words, however few of them have the phrase.
 *
 * @param factor one of how many articles is in it
 */
record PhraseSampling(int factor) {

    private static final int EIGHTH = 8;
    private static final int MOST_READ = 2_000;
    private static final List<Integer> FACTORS = List.of(1, EIGHTH, 64, 512);
    /** A sample with fewer says too little. */
    private static final int TELLING = 8;

    static PhraseSampling of(SearchSession session, SearchExpression expression, SearchSelection selection)
            throws SQLException {
        for (int size : List.of(512, 64)) {
            SearchConditions words =
                    SearchConditions.of(TextQuery.words(expression), selection, TimeRange.ALL, Lexemes.sample(size));
            int found = SearchRepository.listMatched(session, words, MOST_READ).size();
            if (found >= TELLING) {
                return ofSample(found, size);
            }
        }
        return new PhraseSampling(1);
    }

    /**
     * For as many as were found in a sample, or more where no more were looked for.
     *
     * @param size one of how many articles is in the sample
     */
    static PhraseSampling ofSample(int found, int size) {
        if (found >= MOST_READ) {
            return new PhraseSampling(size * EIGHTH);
        }
        long texts = (long) found * size;
        return FACTORS.stream()
                .filter(factor -> texts / factor <= MOST_READ)
                .findFirst()
                .map(PhraseSampling::new)
                .orElseThrow();
    }

    /** What of the part matches. */
    SearchConditions conditions(SearchExpression expression, SearchSelection selection) {
        String query = TextQuery.atLeast(expression, Level.ANYWHERE);
        if (factor == EIGHTH) {
            return SearchConditions.everyEighth(TextQuery.words(expression), query, selection);
        }
        @Nullable String lexeme = factor == 1 ? null : Lexemes.sample(factor);
        return SearchConditions.of(query, selection, TimeRange.ALL, lexeme);
    }
}
