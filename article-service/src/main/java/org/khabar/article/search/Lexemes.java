package org.khabar.article.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What the index knows of an article besides its words, as lexemes: they are intersected with the words inside the index,
 * so that a frequent word under a rare condition costs as much as the condition. A condition on the table's columns must
 * stand beside them: lexemes of long values are cut.
 */
final class Lexemes {

    /** One in so many articles is in a sample; the samples lie in each other. */
    static final List<Integer> SAMPLES = List.of(4096, 512, 64);

    private static final int MAX_LENGTH = 64;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Lexemes() {}

    static List<String> of(SearchDocument document) {
        List<String> lexemes = new ArrayList<>();
        lexemes.add(outlet(document.outletId()));
        lexemes.add(language(document.language()));
        lexemes.add(kind(document.kind().name()));
        lexemes.add(status(document.status().name()));
        document.subjects().forEach(subject -> lexemes.add(subject(subject)));
        lexemes.addAll(TimeCover.of(document.publishedAt()));
        long number = (document.articleId().getLeastSignificantBits() * GOLDEN) >>> 32;
        SAMPLES.stream().filter(size -> number % size == 0).forEach(size -> lexemes.add(sample(size)));
        return lexemes;
    }

    static String outlet(UUID id) {
        return "~o" + id;
    }

    static String language(String tag) {
        return "~l" + cut(tag);
    }

    static String kind(String kind) {
        return "~k" + kind;
    }

    static String status(String status) {
        return "~t" + status;
    }

    static String subject(String code) {
        return "~c" + cut(code);
    }

    static String sample(int size) {
        return "~s" + size;
    }

    /** A lexeme as tsvector and tsquery take it, whatever is in it. */
    static String quoted(String lexeme) {
        boolean plain = lexeme.indexOf('\\') < 0 && lexeme.indexOf('\'') < 0;
        return "'" + (plain ? lexeme : lexeme.replace("\\", "\\\\").replace("'", "''")) + "'";
    }

    private static String cut(String value) {
        if (value.length() <= MAX_LENGTH) {
            return value;
        }
        return value.substring(0, value.offsetByCodePoints(0, value.codePointCount(0, MAX_LENGTH) - 1));
    }
}
