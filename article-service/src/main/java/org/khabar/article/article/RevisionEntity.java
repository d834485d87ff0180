package org.khabar.article.article;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One state that an article has had, whole. Written once. */
@Entity
@Immutable
@Table(name = "revision")
class RevisionEntity {

    @Embeddable
    record Key(@Column(name = "article_id") UUID articleId, int version) {}

    @EmbeddedId
    @Column
    Key key;

    @Column(name = "outlet_id", nullable = false)
    UUID outletId;

    @Nullable
    String url;

    @Column(nullable = false)
    String headline;

    @Column(nullable = false)
    String language;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    ArticleKind kind;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    ArticleStatus status;

    @Nullable
    String byline;

    @Nullable
    String credit;

    @Column(name = "published_at", nullable = false)
    Instant publishedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    List<TextBlock> blocks;

    @Column(nullable = false)
    String author;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    /** The state that an article has now, under the version that it gets with it. */
    static RevisionEntity of(ArticleEntity article, int version, List<TextBlock> blocks, String author) {
        RevisionEntity revision = new RevisionEntity();
        revision.key = new Key(article.id, version);
        revision.outletId = article.outletId;
        revision.url = article.url;
        revision.headline = article.headline;
        revision.language = article.language;
        revision.kind = article.kind;
        revision.status = article.status;
        revision.byline = article.byline;
        revision.credit = article.credit;
        revision.publishedAt = article.publishedAt;
        revision.blocks = List.copyOf(blocks);
        revision.author = author;
        revision.createdAt = article.updatedAt;
        return revision;
    }

    ArticleVersion.State toState() {
        ArticleContent content =
                new ArticleContent(outletId, url, headline, language, kind, byline, credit, publishedAt, true, blocks);
        return new ArticleVersion.State(content, status, createdAt);
    }
}
