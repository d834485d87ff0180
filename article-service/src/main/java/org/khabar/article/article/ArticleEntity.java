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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.workflow.ArticleState;

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

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    List<ArticleMedia> media = List.of();

    @Column(nullable = false)
    String[] subjects = {};

    /** When it is published by itself; null unless it is scheduled. */
    @Column(name = "embargo_until")
    @Nullable
    Instant embargoUntil;

    /** What the last correction tells readers; null unless it is corrected. */
    @Column(name = "correction_note")
    @Nullable
    String correctionNote;

    /** Null unless it is withdrawn. */
    @Column(name = "withdrawal_reason")
    @Nullable
    String withdrawalReason;

    /** The version that readers' history begins with: the one after the last that withdrew it, 1 when none did. */
    @Column(name = "history_from", nullable = false)
    int historyFrom = 1;

    /** Whether its source keeps it back and the newsroom has said nothing since. It makes no version. */
    @OptimisticLock(excluded = true)
    @Column(nullable = false)
    boolean withheld;

    @Version
    @Column(nullable = false)
    int version = 1;

    ArticleState state() {
        return switch (status) {
            case DRAFT -> new ArticleState.Draft();
            case SCHEDULED -> new ArticleState.Scheduled(Objects.requireNonNull(embargoUntil));
            case PUBLISHED -> new ArticleState.Published();
            case CORRECTED -> new ArticleState.Corrected(Objects.requireNonNull(correctionNote));
            case WITHDRAWN -> new ArticleState.Withdrawn(Objects.requireNonNull(withdrawalReason));
        };
    }

    /** Stands there from now on. */
    void enter(ArticleState state) {
        status = state.status();
        embargoUntil = state instanceof ArticleState.Scheduled scheduled ? scheduled.embargoUntil() : null;
        correctionNote = state instanceof ArticleState.Corrected corrected ? corrected.publicNote() : null;
        withdrawalReason = state instanceof ArticleState.Withdrawn withdrawn ? withdrawn.reason() : null;
    }

    /** Takes over what the content says; a page without a URL or a date does not take away the ones we know. */
    void apply(ArticleContent content, Instant now) {
        apply(content, ArticlePrint.of(content), now);
    }

    /** @param print of the content: its headline, text and URL */
    void apply(ArticleContent content, ArticlePrint print, Instant now) {
        outletId = content.outletId();
        if (content.url() != null) {
            url = content.url();
            urlKey = print.urlKey();
        }
        headline = content.headline();
        headlineKey = print.headlineKey();
        contentKey = print.contentKey();
        sketch = print.sketch();
        language = content.language();
        kind = content.kind();
        byline = content.byline();
        credit = content.credit();
        if (content.publishedAtStated() || createdAt == null) {
            publishedAt = content.publishedAt();
            publishedAtStated = content.publishedAtStated();
        }
        media = content.media() == null ? media : content.media();
        subjects = content.subjects() == null ? subjects : content.subjects().toArray(String[]::new);
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
                && (content.media() == null || content.media().equals(media))
                && (content.subjects() == null || content.subjects().equals(List.of(subjects)))
                && (content.url() == null || content.url().equals(url))
                && (!content.publishedAtStated() || content.publishedAt().equals(publishedAt));
    }
}
