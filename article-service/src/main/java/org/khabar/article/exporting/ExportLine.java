package org.khabar.article.exporting;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleMedia;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.BlockNode;
import org.khabar.article.article.Correction;
import org.khabar.article.paging.Cursor;

/**
 * An article as a line of an export, with all that an import needs to make the same article of it.
 *
 * @param cursor what goes on after this line
 * @param externalId the article's id here
 * @param correctionNote what the last correction of a corrected article tells readers
 * @param corrections all of a corrected article, the oldest first
 * @param outlet the outlet's code
 * @param publishedAt like every instant here ISO 8601 in UTC
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportLine(
        String cursor,
        String externalId,
        int version,
        ArticleStatus status,
        @Nullable String correctionNote,
        @Nullable List<Told> corrections,
        String outlet,
        @Nullable String url,
        String language,
        ArticleKind kind,
        String headline,
        @Nullable String byline,
        @Nullable String credit,
        Instant publishedAt,
        Instant updatedAt,
        List<String> subjects,
        List<ArticleMedia> media,
        List<Block> blocks) {

    private static final String CURSOR_KIND = "export";

    /** A block of the text. */
    record Block(BlockKind kind, String text) {}

    /** What a correction tells readers. */
    record Told(String note, Instant time) {}

    static ExportLine of(ArticleNode article, String outlet, List<BlockNode> blocks, List<Correction> corrections) {
        return new ExportLine(
                cursor(UUID.fromString(article.id())),
                article.id(),
                article.version(),
                article.status(),
                article.correctionNote(),
                corrections.isEmpty()
                        ? null
                        : corrections.stream()
                                .map(correction -> new Told(correction.note(), correction.time()))
                                .toList(),
                outlet,
                article.url(),
                article.language(),
                article.kind(),
                article.headline(),
                article.byline(),
                article.credit(),
                article.publishedAt(),
                article.updatedAt(),
                article.subjectCodes(),
                article.media(),
                blocks.stream()
                        .map(block -> new Block(block.kind(), block.text()))
                        .toList());
    }

    /** The cursor of an article. */
    static String cursor(UUID id) {
        return new Cursor(CURSOR_KIND, List.of(id.toString())).encode();
    }

    /**
     * The article that a cursor points at.
     *
     * @throws IllegalArgumentException when it is no cursor of an export
     */
    static UUID article(String cursor) {
        return UUID.fromString(Cursor.decode(cursor).fieldsOf(CURSOR_KIND, 1).getFirst());
    }
}
