package org.khabar.article.search.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.search.analysis.StopWords;
import org.khabar.article.search.analysis.Word;
import org.khabar.article.search.analysis.Words;
import org.khabar.article.search.query.SearchExpression.All;
import org.khabar.article.search.query.SearchExpression.Any;
import org.khabar.article.search.query.SearchExpression.Phrase;
import org.khabar.article.search.query.SearchExpression.Single;

/**
 * Reads queries: words that must all be there, "phrases", -exclusions, OR (also | and أو) between alternatives, which
 * binds closer than what stands side by side, and parentheses. Every text is a query; what cannot be meant is left out,
 * with a warning.
 */
public final class QueryParser {

    private static final int MAX_DEPTH = 8;

    private final List<QueryToken> tokens;
    private final int maxWords;
    private final List<List<Word>> phrases = new ArrayList<>();
    private final List<List<Word>> commonWords = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int at;
    private int words;
    private boolean cut;

    /** One alternative or one of the things that must all be there. */
    private record Unit(SearchExpression expression, boolean negative, boolean common) {}

    private QueryParser(List<QueryToken> tokens, int maxWords) {
        this.tokens = tokens;
        this.maxWords = maxWords;
    }

    /** @param maxWords words beyond these are left out */
    public static SearchQuery parse(String text, int maxWords) {
        QueryParser parser = new QueryParser(QueryTokens.of(text), maxWords);
        SearchExpression expression = parser.readAll(0);
        if (parser.cut) {
            parser.warnings.add("Only the first %d words count.".formatted(maxWords));
        }
        if (expression == null && !text.isBlank()) {
            parser.warnings.add("The query asks for no word.");
        }
        List<List<Word>> asked = parser.phrases.isEmpty() ? parser.commonWords : parser.phrases;
        return new SearchQuery(text, expression, expression == null ? List.of() : asked, parser.warnings);
    }

    /** Up to the end or to what closes the group. */
    private @Nullable SearchExpression readAll(int depth) {
        List<Unit> units = new ArrayList<>();
        while (at < tokens.size() && !(depth > 0 && tokens.get(at) instanceof QueryToken.Close)) {
            Unit unit = readAlternatives(depth);
            if (unit != null) {
                units.add(unit);
            }
        }
        at++;
        return combined(units);
    }

    /** Very common words are asked for only where there is nothing else. */
    private static @Nullable SearchExpression combined(List<Unit> units) {
        List<Unit> wanted = units.stream().filter(unit -> !unit.negative()).toList();
        List<SearchExpression> telling =
                expressions(wanted.stream().filter(unit -> !unit.common()).toList());
        List<SearchExpression> asked = telling.isEmpty() ? expressions(wanted) : telling;
        List<SearchExpression> excluded =
                expressions(units.stream().filter(Unit::negative).toList());
        if (asked.isEmpty()) {
            return null;
        }
        return asked.size() == 1 && excluded.isEmpty() ? asked.getFirst() : new All(asked, excluded);
    }

    private static List<SearchExpression> expressions(List<Unit> units) {
        return units.stream().map(Unit::expression).toList();
    }

    private @Nullable Unit readAlternatives(int depth) {
        List<Unit> units = new ArrayList<>();
        addUnit(units, depth);
        while (at < tokens.size() && tokens.get(at) instanceof QueryToken.Or) {
            at++;
            addUnit(units, depth);
        }
        if (units.size() <= 1) {
            return units.isEmpty() ? null : units.getFirst();
        }
        List<SearchExpression> wanted =
                expressions(units.stream().filter(unit -> !unit.negative()).toList());
        if (wanted.size() < units.size()) {
            warnings.add("An exclusion is no alternative.");
        }
        if (wanted.isEmpty()) {
            return null;
        }
        return new Unit(wanted.size() == 1 ? wanted.getFirst() : new Any(wanted), false, false);
    }

    private void addUnit(List<Unit> units, int depth) {
        if (at >= tokens.size()) {
            return;
        }
        @Nullable
        Unit unit = switch (tokens.get(at)) {
            case QueryToken.Text text -> readText(text);
            case QueryToken.Open open -> readGroup(open, depth);
            case QueryToken.Close _ -> skip(depth);
            case QueryToken.Or _ -> null;
        };
        if (unit != null) {
            units.add(unit);
        }
    }

    /** What closes a group stays for it; where none is open, it means nothing. */
    private @Nullable Unit skip(int depth) {
        if (depth == 0) {
            at++;
        }
        return null;
    }

    private @Nullable Unit readGroup(QueryToken.Open open, int depth) {
        at++;
        if (depth >= MAX_DEPTH) {
            return null;
        }
        int before = phrases.size();
        SearchExpression expression = readAll(depth + 1);
        if (open.negative()) {
            phrases.subList(before, phrases.size()).clear();
        }
        return expression == null ? null : new Unit(expression, open.negative(), false);
    }

    private @Nullable Unit readText(QueryToken.Text text) {
        at++;
        List<Word> read = Words.ofAnyLanguage(text.text()).stream()
                .map(word ->
                        new Word(word.exact(), word.stems(), text.start() + word.start(), text.start() + word.end()))
                .limit(maxWords + 1L - words)
                .toList();
        if (words + read.size() > maxWords) {
            cut = true;
            read = read.subList(0, maxWords - words);
        }
        words += read.size();
        if (read.isEmpty()) {
            return null;
        }
        SearchExpression expression = read.size() == 1 ? new Single(read.getFirst()) : new Phrase(read);
        boolean common = !text.quoted() && read.size() == 1 && StopWords.contains(text.text());
        if (!text.negative()) {
            (common ? commonWords : phrases).add(read);
        }
        return new Unit(expression, text.negative(), common);
    }
}
