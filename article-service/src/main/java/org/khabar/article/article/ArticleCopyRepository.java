package org.khabar.article.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Inserts many articles and revisions in the transaction of the caller by COPY, which costs the server and us far less than
 * statements do. The persistence context does not know what is inserted so; whoever looks for it reads it.
 */
@ApplicationScoped
class ArticleCopyRepository {

    /** All columns but those that are generated, in the order in which they are written. */
    static final List<String> ARTICLE = List.of(
            "id",
            "outlet_id",
            "url",
            "url_key",
            "headline",
            "headline_key",
            "content_key",
            "sketch",
            "language",
            "kind",
            "status",
            "byline",
            "credit",
            "published_at",
            "published_at_stated",
            "created_at",
            "updated_at",
            "media",
            "subjects",
            "embargo_until",
            "correction_note",
            "withdrawal_reason",
            "history_from",
            "withheld",
            "version");

    static final List<String> REVISION = List.of(
            "article_id",
            "version",
            "outlet_id",
            "url",
            "headline",
            "language",
            "kind",
            "status",
            "byline",
            "credit",
            "published_at",
            "blocks",
            "media",
            "subjects",
            "author",
            "created_at",
            "move",
            "note",
            "public_note",
            "corrections",
            "embargo_until",
            "withdrawal_reason");

    private static final int BUFFER = 65_536;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final DataSource source;

    ArticleCopyRepository(DataSource source) {
        this.source = source;
    }

    /** Each with the id and the version that it has. */
    void insertArticles(List<ArticleEntity> articles) {
        CopyRows rows = new CopyRows();
        for (ArticleEntity article : articles) {
            rows.value(article.id)
                    .value(article.outletId)
                    .value(article.url)
                    .value(article.urlKey)
                    .value(article.headline)
                    .value(article.headlineKey)
                    .value(article.contentKey)
                    .values(article.sketch)
                    .value(article.language)
                    .value(article.kind)
                    .value(article.status)
                    .value(article.byline)
                    .value(article.credit)
                    .value(article.publishedAt)
                    .value(article.publishedAtStated)
                    .value(article.createdAt)
                    .value(article.updatedAt)
                    .value(json(article.media))
                    .values(article.subjects)
                    .value(article.embargoUntil)
                    .value(article.correctionNote)
                    .value(article.withdrawalReason)
                    .value(article.historyFrom)
                    .value(article.withheld)
                    .value(article.version)
                    .endRow();
        }
        copy("article", ARTICLE, rows, articles.size());
    }

    /**
     * A revision to be inserted.
     *
     * @param blocks its text, as {@link #json} has it
     */
    record NewRevision(RevisionEntity revision, String blocks) {}

    /** None of a correction, which no batch makes. */
    void insertRevisions(List<NewRevision> revisions) {
        CopyRows rows = new CopyRows();
        for (NewRevision inserted : revisions) {
            RevisionEntity revision = inserted.revision();
            rows.value(revision.key.articleId())
                    .value(revision.key.version())
                    .value(revision.outletId)
                    .value(revision.url)
                    .value(revision.headline)
                    .value(revision.language)
                    .value(revision.kind)
                    .value(revision.status)
                    .value(revision.byline)
                    .value(revision.credit)
                    .value(revision.publishedAt)
                    .value(inserted.blocks())
                    .value(json(revision.media))
                    .values(revision.subjects.toArray(String[]::new))
                    .value(revision.author)
                    .value(revision.createdAt)
                    .value(revision.move)
                    .value(revision.note)
                    .value(revision.publicNote)
                    .value(null)
                    .value(revision.embargoUntil)
                    .value(revision.withdrawalReason)
                    .endRow();
        }
        copy("revision", REVISION, rows, revisions.size());
    }

    private void copy(String table, List<String> columns, CopyRows rows, int count) {
        if (count == 0) {
            return;
        }
        String statement = "copy %s (%s) from stdin".formatted(table, String.join(", ", columns));
        try (Connection connection = source.getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, rows.open(), BUFFER);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot be read", impossible);
        }
    }

    /** Blocks or media as their column has them. */
    static String json(List<?> values) {
        if (values.isEmpty()) {
            return "[]";
        }
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("blocks and media are JSON", impossible);
        }
    }
}
