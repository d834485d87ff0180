package org.khabar.article.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;
import org.khabar.article.text.Folding;

/** The newest state of an article, without its text: that is in the {@link RevisionEntity} of the same version. */
@Entity
@Table(name = "article")
class ArticleEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "outlet_id", nullable = false)
    UUID outletId;

    @Nullable
    String url;

    @Column(name = "url_key")
    @Nullable
    String urlKey;

    @Column(nullable = false)
    String headline;

    @Column(name = "headline_key", nullable = false)
    String headlineKey;

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

    @Column(name = "published_at_stated", nullable = false)
    boolean publishedAtStated;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    Instant updatedAt;

    @Version
    @Column(nullable = false)
    int version = 1;

    /** Takes over what the content says; a page without a URL or a date does not take away the ones we know. */
    void apply(ArticleContent content, Instant now) {
        outletId = content.outletId();
        if (content.url() != null) {
            url = content.url();
            urlKey = ArticleUrl.key(content.url());
        }
        headline = content.headline();
        headlineKey = Folding.key(content.headline());
        language = content.language();
        kind = content.kind();
        byline = content.byline();
        credit = content.credit();
        if (content.publishedAtStated() || createdAt == null) {
            publishedAt = content.publishedAt();
            publishedAtStated = content.publishedAtStated();
        }
        updatedAt = now;
    }

    /** Whether the content, its text aside, says nothing that this does not. */
    boolean says(ArticleContent content) {
        return outletId.equals(content.outletId())
                && headline.equals(content.headline())
                && language.equals(content.language())
                && kind == content.kind()
                && Objects.equals(byline, content.byline())
                && Objects.equals(credit, content.credit())
                && (content.url() == null || content.url().equals(url))
                && (!content.publishedAtStated() || content.publishedAt().equals(publishedAt));
    }
}
