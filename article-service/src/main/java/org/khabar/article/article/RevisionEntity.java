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
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.workflow.ArticleState;
import org.khabar.article.article.workflow.MoveKind;

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

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(nullable = false)
    List<ArticleMedia> media;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(nullable = false)
    List<String> subjects;

    @Column(nullable = false)
    String author;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    /** What made it. */
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    MoveKind move = MoveKind.IMPORT;

    /** What its author tells colleagues. */
    @Nullable
    String note;

    /** What a correction tells readers; null for any other move. */
    @Column(name = "public_note")
    @Nullable
    String publicNote;

    /** What its source tells of all corrections, that of {@link #publicNote} last; null when that one is all. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    List<StatedCorrection> corrections;

    @Column(name = "embargo_until")
    @Nullable
    Instant embargoUntil;

    @Column(name = "withdrawal_reason")
    @Nullable
    String withdrawalReason;

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
        revision.media = article.media;
        revision.subjects = List.of(article.subjects);
        revision.author = author;
        revision.createdAt = article.updatedAt;
        revision.embargoUntil = article.embargoUntil;
        revision.withdrawalReason = article.withdrawalReason;
        return revision;
    }

    /** What readers are told by it, the oldest first; none when it is no correction. */
    List<Correction> listCorrections() {
        List<StatedCorrection> told = corrections;
        if (told == null) {
            told = publicNote == null ? List.of() : List.of(new StatedCorrection(publicNote, createdAt));
        }
        return told.stream()
                .map(one ->
                        new Correction(one.note(), Objects.requireNonNullElse(one.time(), createdAt), key.version()))
                .toList();
    }

    /** Whether a page says nothing that this does not. */
    boolean says(ArticleContent page) {
        return outletId.equals(page.outletId())
                && headline.equals(page.headline())
                && language.equals(page.language())
                && kind == page.kind()
                && Objects.equals(byline, page.byline())
                && Objects.equals(credit, page.credit())
                && (page.media() == null || page.media().equals(media))
                && (page.subjects() == null || page.subjects().equals(subjects))
                && (page.url() == null || page.url().equals(url))
                && (!page.publishedAtStated() || page.publishedAt().equals(publishedAt))
                && blocks.equals(page.blocks());
    }

    /** Whether the article stood there with this revision, by this revision's word. */
    boolean stoodAt(ArticleState state) {
        return switch (state) {
            case ArticleState.Draft draft -> status == ArticleStatus.DRAFT;
            case ArticleState.Scheduled scheduled ->
                status == ArticleStatus.SCHEDULED && scheduled.embargoUntil().equals(embargoUntil);
            case ArticleState.Published published -> status == ArticleStatus.PUBLISHED;
            case ArticleState.Corrected corrected ->
                status == ArticleStatus.CORRECTED && corrected.publicNote().equals(publicNote);
            case ArticleState.Withdrawn withdrawn ->
                status == ArticleStatus.WITHDRAWN && withdrawn.reason().equals(withdrawalReason);
        };
    }

    /** What the article said; whether its time was stated is not kept. */
    ArticleContent toContent() {
        return new ArticleContent(outletId, url, headline, language, kind, byline, credit, publishedAt, true, blocks)
                .with(media, subjects);
    }

    /** @param historyFrom the version that readers' history of the article begins with */
    ArticleVersion.State toState(int historyFrom) {
        return new ArticleVersion.State(
                toContent(), status, createdAt, withdrawalReason, publicNote, key.version() < historyFrom);
    }
}
