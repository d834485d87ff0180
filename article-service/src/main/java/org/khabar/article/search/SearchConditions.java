package org.khabar.article.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the index match, as SQL with parameters. What the index knows as lexemes is one tsquery; the columns are
 * compared besides, exactly.
 */
final class SearchConditions {

    private static final String NAMES =
            "exists (select from article_entity e where e.article_id = s.article_id and e.entity_id";

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private SearchConditions() {}

    /**
     * @param query a tsquery that says what is searched, null when nothing is
     * @param range beside that of the selection
     * @param lexeme one more that articles must have, null for none
     */
    static SearchConditions of(
            @Nullable String query, SearchSelection selection, TimeRange range, @Nullable String lexeme) {
        SearchConditions conditions = new SearchConditions();
        TimeRange time = selection.time().and(range);
        conditions.addQuery(query, selection, time, lexeme);
        conditions.add("s.status = any(?)", names(selection.statuses()));
        conditions.addColumns(selection);
        conditions.addTime(time);
        conditions.addEntities(selection.entities());
        return conditions;
    }

    /** Narrows to what is behind a position, newest first. */
    SearchConditions behind(@Nullable SearchPosition position) {
        if (position != null) {
            add("(s.published_at, s.article_id) < (?, ?)", position.publishedAt(), position.articleId());
        }
        return this;
    }

    SearchStatement select(String columns, String rest, Object... more) {
        List<Object> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return new SearchStatement("select " + columns + " from article_search s where " + text + " " + rest, all);
    }

    private void addQuery(@Nullable String query, SearchSelection selection, TimeRange time, @Nullable String lexeme) {
        List<String> parts = new ArrayList<>(selection.lexemes());
        if (query != null) {
            parts.add(query);
        }
        if (lexeme != null) {
            parts.add(Lexemes.quoted(lexeme));
        }
        String cover = TextQuery.anyOf(TimeCover.of(time));
        if (cover != null) {
            parts.add(cover);
        }
        if (!parts.isEmpty()) {
            add("s.vector @@ cast(? as tsquery)", TextQuery.all(parts));
        }
    }

    private void addColumns(SearchSelection selection) {
        if (selection.outlets() != null) {
            add("s.outlet_id = any(?)", (Object) selection.outlets().toArray(UUID[]::new));
        }
        if (selection.languages() != null) {
            add("s.language = any(?)", (Object) selection.languages().toArray(String[]::new));
        }
        if (selection.kinds() != null) {
            add("s.kind = any(?)", names(selection.kinds()));
        }
        if (selection.subjects() != null) {
            add("s.subjects && ?", (Object) selection.subjects().toArray(String[]::new));
        }
    }

    private void addTime(TimeRange time) {
        if (time.from() != null) {
            add("s.published_at >= ?", time.from());
        }
        if (time.before() != null) {
            add("s.published_at < ?", time.before());
        }
    }

    private void addEntities(SearchSelection.Entities entities) {
        if (!entities.any().isEmpty()) {
            add(NAMES + " = any(?))", (Object) entities.any().toArray(String[]::new));
        }
        entities.all().forEach(entity -> add(NAMES + " = ?)", entity));
        if (!entities.none().isEmpty()) {
            add("not " + NAMES + " = any(?))", (Object) entities.none().toArray(String[]::new));
        }
    }

    private void add(String condition, Object... values) {
        text.append(text.isEmpty() ? "" : " and ").append(condition);
        parameters.addAll(List.of(values));
    }

    private static Object names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toArray(String[]::new);
    }
}
