package org.khabar.article.article;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.article.subject.SubjectCode;

/**
 * What an article says, whoever made it: the part that a new version may change.
 *
 * @param publishedAt when its outlet published it, to the microsecond that the database keeps
 * @param publishedAtStated whether the source says so; otherwise it is the time of its first import
 * @param url where it was published, null when unknown
 * @param media pictures and videos; null when the source says nothing of them, which takes away none that are known
 * @param subjects codes as {@link SubjectCode} keeps them; null when the source says nothing of them, likewise
 */
public record ArticleContent(
        UUID outletId,
        @Nullable String url,
        String headline,
        String language,
        ArticleKind kind,
        @Nullable String byline,
        @Nullable String credit,
        Instant publishedAt,
        boolean publishedAtStated,
        List<TextBlock> blocks,
        @Nullable List<ArticleMedia> media,
        @Nullable List<String> subjects) {

    public ArticleContent {
        publishedAt = publishedAt.truncatedTo(ChronoUnit.MICROS);
        blocks = List.copyOf(blocks);
        media = media == null ? null : List.copyOf(media);
        subjects = subjects == null
                ? null
                : subjects.stream().map(SubjectCode::checked).distinct().toList();
        if (headline.isBlank()) {
            throw new IllegalArgumentException("an article has a headline");
        }
    }

    /** Content whose source says nothing of media and subjects. */
    public ArticleContent(
            UUID outletId,
            @Nullable String url,
            String headline,
            String language,
            ArticleKind kind,
            @Nullable String byline,
            @Nullable String credit,
            Instant publishedAt,
            boolean publishedAtStated,
            List<TextBlock> blocks) {
        this(
                outletId,
                url,
                headline,
                language,
                kind,
                byline,
                credit,
                publishedAt,
                publishedAtStated,
                blocks,
                null,
                null);
    }

    /** The same with these media and subjects; null for what the source says nothing of. */
    public ArticleContent with(@Nullable List<ArticleMedia> newMedia, @Nullable List<String> newSubjects) {
        return new ArticleContent(
                outletId,
                url,
                headline,
                language,
                kind,
                byline,
                credit,
                publishedAt,
                publishedAtStated,
                blocks,
                newMedia,
                newSubjects);
    }

    /** The same, its time of publication stated or not. */
    ArticleContent stated(boolean isStated) {
        return new ArticleContent(
                outletId,
                url,
                headline,
                language,
                kind,
                byline,
                credit,
                publishedAt,
                isStated,
                blocks,
                media,
                subjects);
    }

    /** The same of another outlet, at another time. */
    ArticleContent publishedBy(UUID outlet, Instant time) {
        return new ArticleContent(
                outlet,
                url,
                headline,
                language,
                kind,
                byline,
                credit,
                time,
                publishedAtStated,
                blocks,
                media,
                subjects);
    }
}
