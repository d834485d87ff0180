package org.khabar.article.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.article.search.analysis.Word;
import org.khabar.article.search.query.SearchExpression;

/** Puts expressions and conditions as tsquery, in the text form that PostgreSQL reads. */
final class TextQuery {

    private TextQuery() {}

    /** Articles of exactly this level. */
    static String of(SearchExpression expression, Level level) {
        List<String> parts = new ArrayList<>();
        parts.add(atLeast(expression, level));
        level.above().forEach(above -> parts.add("!(" + atLeast(expression, above) + ")"));
        return all(parts);
    }

    /** Articles of this level or more. */
    static String atLeast(SearchExpression expression, Level level) {
        return switch (expression) {
            case SearchExpression.Single single -> word(single.word(), level);
            case SearchExpression.Phrase phrase -> phrase(phrase.words(), level);
            case SearchExpression.Any any ->
                any(any.alternatives().stream()
                        .map(alternative -> atLeast(alternative, level))
                        .toList());
            case SearchExpression.All all -> all(all, level);
        };
    }

    /**
     * Articles that have the words, wherever they stand: those that the expression finds and, where it has phrases, maybe
     * more. The index alone can say which they are.
     */
    static String words(SearchExpression expression) {
        return switch (expression) {
            case SearchExpression.Single single -> word(single.word(), Level.ANYWHERE);
            case SearchExpression.Phrase phrase ->
                all(phrase.words().stream()
                        .map(word -> word(word, Level.ANYWHERE))
                        .toList());
            case SearchExpression.Any any ->
                any(any.alternatives().stream().map(TextQuery::words).toList());
            case SearchExpression.All all -> words(all);
        };
    }

    /** What is excluded as a phrase may have its words. */
    private static String words(SearchExpression.All all) {
        List<String> parts = new ArrayList<>();
        all.wanted().forEach(wanted -> parts.add(words(wanted)));
        all.excluded().stream()
                .filter(excluded -> !excluded.hasPhrase())
                .forEach(excluded -> parts.add("!(" + words(excluded) + ")"));
        return all(parts);
    }

    /** Any of the lexemes; null when there are none. */
    static @Nullable String anyOf(Collection<String> lexemes) {
        return lexemes.isEmpty()
                ? null
                : any(lexemes.stream().map(Lexemes::quoted).toList());
    }

    static String all(List<String> parts) {
        return parts.stream().map(part -> "(" + part + ")").collect(Collectors.joining(" & "));
    }

    private static String any(List<String> parts) {
        return parts.stream().map(part -> "(" + part + ")").collect(Collectors.joining(" | "));
    }

    /** What is excluded is excluded in any form and wherever it stands. */
    private static String all(SearchExpression.All all, Level level) {
        List<String> parts = new ArrayList<>();
        all.wanted().forEach(wanted -> parts.add(atLeast(wanted, level)));
        all.excluded().forEach(excluded -> parts.add("!(" + atLeast(excluded, Level.ANYWHERE) + ")"));
        return all(parts);
    }

    private static String word(Word word, Level level) {
        if (level.isExact()) {
            return Lexemes.quoted(level.prefix() + word.exact());
        }
        return any(word.stems().stream()
                .map(stem -> Lexemes.quoted(level.prefix() + stem))
                .toList());
    }

    /** Positions are not in the index: the words of the level find candidates, whose positions are then looked at. */
    private static String phrase(List<Word> words, Level level) {
        String weight = level.isHeadline() ? ":A" : "";
        String sequence = words.stream()
                .map(word -> "("
                        + word.stems().stream()
                                .map(stem -> Lexemes.quoted(stem) + weight)
                                .collect(Collectors.joining(" | "))
                        + ")")
                .collect(Collectors.joining(" <-> "));
        if (level == Level.ANYWHERE) {
            return sequence;
        }
        List<String> parts = new ArrayList<>();
        words.forEach(word -> parts.add(word(word, level)));
        parts.add(sequence);
        return all(parts);
    }
}
