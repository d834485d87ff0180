package org.khabar.article.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.TextBlock;

/**
 * Indexes the articles that were stored before migration 13. Commits batch by batch, those that are indexed already are left
 * out: a large archive may be interrupted and goes on where it was.
 */
public final class SearchMigration implements JavaMigration {

    private static final int BATCH = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SELECT = """
            select a.id, a.outlet_id, a.language, a.kind, a.status, a.published_at, a.subjects, a.headline, r.blocks
            from article a join revision r on r.article_id = a.id and r.version = a.version
            where a.id > ? and not exists (select from article_search s where s.article_id = a.id)
            order by a.id limit %d
            """.formatted(BATCH);

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("13.1");
    }

    @Override
    public String getDescription() {
        return "search index of stored articles";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        UUID last = new UUID(0, 0);
        List<SearchDocument> batch = list(connection, last);
        while (!batch.isEmpty()) {
            List<IndexedText> texts = batch.stream().map(SearchVector::of).toList();
            SearchRepository.write(connection, batch, texts);
            VocabularyRepository.append(connection, PostgresSearchIndex.visible(batch, texts));
            last = batch.getLast().articleId();
            batch = list(connection, last);
        }
    }

    private static List<SearchDocument> list(Connection connection, UUID after) throws SQLException {
        return new SearchStatement(SELECT, List.of(after)).list(connection, SearchMigration::document);
    }

    private static SearchDocument document(ResultSet row) throws SQLException {
        return new SearchDocument(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                ArticleKind.valueOf(row.getString(4)),
                ArticleStatus.valueOf(row.getString(5)),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray(7).getArray()),
                row.getString(8),
                blocks(row.getString(9)));
    }

    private static List<TextBlock> blocks(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<TextBlock>>() {});
        } catch (JsonProcessingException garbled) {
            throw new IllegalStateException("a revision's blocks are no JSON", garbled);
        }
    }
}
