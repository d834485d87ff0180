package org.khabar.article.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
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

    @Column(name = "content_key", nullable = false)
    long contentKey;

    @Column(nullable = false)
    int[] sketch;

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
            urlKey = UrlKey.of(content.url());
        }
        headline = content.headline();
        headlineKey = Folding.key(content.headline());
        contentKey = ContentKey.of(content.headline(), content.blocks());
        sketch = TextSketch.of(TextShingles.of(content.blocks()));
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

    /**
     * What a page of an unknown outlet says of this article: a page that names no outlet does not take away the one that
     * we know, nor the time of publication in that outlet's zone, for which its own was only a guess.
     */
    ArticleContent completed(ArticleContent content) {
        boolean sameTime = content.publishedAtStated()
                && publishedAtStated
                && Duration.between(content.publishedAt(), publishedAt).abs().compareTo(ArticleIdentity.ZONES_APART)
                        <= 0;
        return content.publishedBy(outletId, sameTime ? publishedAt : content.publishedAt());
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
