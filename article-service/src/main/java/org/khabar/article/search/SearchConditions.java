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

    /**
     * Whether no article of the same story that matches is earlier. Of a bound size by {@code offset 0}: it must be looked up
     * for each row that matches; turned into a join it could begin with all that match. The twin's words must not be looked
     * up in the index either, of which {@code is true} keeps the planner.
     */
    private static final String NO_EARLIER = """
            and not exists (select from story_member own join story_member twin on twin.story_id = own.story_id
              join article_search earlier on earlier.article_id = twin.article_id
              where own.article_id = s.article_id
                and (twin.published_at, twin.article_id) < (s.published_at, s.article_id) and %s offset 0)""";

    /** Of every eighth article, by its id; the last byte of a UUID is random. Only of those the entry is read. */
    private static final String EIGHTH = """
            case when get_byte(uuid_send(s.article_id), 15) % 8 = 0 then s.vector @@ cast(? as tsquery) else false end""";

    private final String row;
    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private String from = "article_search s";

    /** @param row the name of the article's row in the statement */
    private SearchConditions(String row) {
        this.row = row;
    }

    /**
     * @param query a tsquery that says what is searched, null when nothing is
     * @param range beside that of the selection
     * @param lexeme one more that articles must have, null for none
     */
    static SearchConditions of(
            @Nullable String query, SearchSelection selection, TimeRange range, @Nullable String lexeme) {
        SearchConditions conditions = new SearchConditions("s");
        TimeRange time = selection.time().and(range);
        conditions.addQuery(query, selection, time, lexeme);
        conditions.addCompared(selection, time);
        return conditions;
    }

    /**
     * Every eighth of the articles that match, evenly. {@code offset 0} keeps PostgreSQL from reading the entries of the
     * others as well.
     *
     * @param words a tsquery that the index alone can answer, and that finds all that the other finds
     * @param query a tsquery that says what is searched
     */
    static SearchConditions everyEighth(String words, String query, SearchSelection selection) {
        SearchConditions all = of(words, selection, TimeRange.ALL, null);
        SearchConditions conditions = new SearchConditions("s");
        conditions.from = "(select * from article_search s where " + all.text + " offset 0) s";
        conditions.parameters.addAll(all.parameters);
        conditions.add(EIGHTH, query);
        return conditions;
    }

    /**
     * Narrows to articles of whose story no earlier one matches. Does not depend on the page.
     *
     * @param query a tsquery that says what is searched, wherever it stands; null when nothing is
     */
    SearchConditions earliestOfStory(@Nullable String query, SearchSelection selection) {
        SearchConditions earlier = new SearchConditions("earlier");
        earlier.addCompared(selection, selection.time());
        if (query != null) {
            earlier.add("(earlier.vector @@ cast(? as tsquery)) is true", query);
        }
        text.append(' ').append(NO_EARLIER.formatted(earlier.text));
        parameters.addAll(earlier.parameters);
        return this;
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
        return new SearchStatement("select " + columns + " from " + from + " where " + text + " " + rest, all);
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

    private void addCompared(SearchSelection selection, TimeRange time) {
        add(row + ".status = any(?)", names(selection.statuses()));
        addColumns(selection);
        addTime(time);
        addEntities(selection.entities());
    }

    private void addColumns(SearchSelection selection) {
        if (selection.outlets() != null) {
            add(row + ".outlet_id = any(?)", (Object) selection.outlets().toArray(UUID[]::new));
        }
        if (selection.languages() != null) {
            add(row + ".language = any(?)", (Object) selection.languages().toArray(String[]::new));
        }
        if (selection.kinds() != null) {
            add(row + ".kind = any(?)", names(selection.kinds()));
        }
        if (selection.subjects() != null) {
            add(row + ".subjects && ?", (Object) selection.subjects().toArray(String[]::new));
        }
    }

    private void addTime(TimeRange time) {
        if (time.from() != null) {
            add(row + ".published_at >= ?", time.from());
        }
        if (time.before() != null) {
            add(row + ".published_at < ?", time.before());
        }
    }

    private void addEntities(SearchSelection.Entities entities) {
        String names =
                "exists (select from article_entity e where e.article_id = " + row + ".article_id and e.entity_id";
        if (!entities.any().isEmpty()) {
            add(names + " = any(?))", (Object) entities.any().toArray(String[]::new));
        }
        entities.all().forEach(entity -> add(names + " = ?)", entity));
        if (!entities.none().isEmpty()) {
            add("not " + names + " = any(?))", (Object) entities.none().toArray(String[]::new));
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
