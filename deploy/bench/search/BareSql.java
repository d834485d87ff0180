package org.khabar.article.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.khabar.article.search.query.QueryParser;

/** Searches as one would write them by hand on the same tables: exact, ranked by ts_rank. */
final class BareSql {

    /** Conditions of one entity, and of the filter that facets are measured with. */
    static final String ENTITY =
            " and exists (select from article_entity e where e.article_id = s.article_id and e.entity_id = '%s')";

    static final String NARROW = " and language = 'ar' and published_at >= '2016-03-10' and published_at < '2021-07-20'";

    private static final String FROM = """
            from article_search s, cast(? as tsquery) as query
            where vector @@ query and status in ('PUBLISHED', 'CORRECTED')""";

    private static final String FACETS = """
            with matched as materialized (select article_id, outlet_id, kind, published_at %s)
            select count(*) from matched union all
            (select count(*) from matched group by outlet_id) union all
            (select count(*) from matched group by kind) union all
            (select count(*) from matched group by date_trunc('month', published_at)) union all
            (select count(*) from matched m join article_entity e using (article_id) group by entity_id order by 1 desc limit 10)
            """.formatted(FROM + NARROW);

    private final DataSource source;

    BareSql(DataSource source) {
        this.source = source;
    }

    int page(String query, ArticleSearchSort sort, String condition) throws SQLException {
        String order = sort == ArticleSearchSort.RELEVANCE ? "ts_rank(vector, query) desc, " : "";
        return rows(
                "select article_id " + FROM + condition + " order by " + order + "published_at desc, article_id desc limit 21",
                query);
    }

    int count(String query, String condition) throws SQLException {
        return rows("select count(*) " + FROM + condition, query);
    }

    int facets(String query) throws SQLException {
        return rows(FACETS, query);
    }

    private int rows(String statement, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            prepared.setString(
                    1,
                    TextQuery.atLeast(
                            Objects.requireNonNull(QueryParser.parse(query, 32).expression()), Level.ANYWHERE));
            try (ResultSet rows = prepared.executeQuery()) {
                int count = 0;
                while (rows.next()) {
                    count++;
                }
                return count;
            }
        }
    }
}
