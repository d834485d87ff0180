package org.khabar.article.importing.draft;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleKind;

/**
 * An article as a parser read it off a page.
 *
 * @param outlet the outlet's code
 * @param language BCP 47 tag; {@code und} when it was not recognised
 * @param publishedAt when the page says it was published, else the time of the import
 * @param publishedAtStated whether the page says so
 * @param provenance where each field came from; a field that is null has none
 */
public record ArticleDraft(
        String outlet,
        String headline,
        String language,
        ArticleKind kind,
        @Nullable String byline,
        @Nullable String credit,
        Instant publishedAt,
        boolean publishedAtStated,
        List<DraftBlock> blocks,
        List<FieldProvenance> provenance,
        List<LeftOutLine> leftOut,
        List<ImportWarning> warnings,
        DraftExtras extras) {

    public ArticleDraft {
        blocks = List.copyOf(blocks);
        provenance = List.copyOf(provenance);
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
        if (headline.isBlank() || blocks.isEmpty()) {
            throw new IllegalArgumentException("a draft has a headline and a body");
        }
    }

    /** The same as another kind of piece, which the importer was told. */
    public ArticleDraft as(ArticleKind told) {
        List<FieldProvenance> origins = provenance.stream()
                .map(origin -> origin.field().equals("kind")
                        ? new FieldProvenance("kind", FieldOrigin.ARGUMENT, null)
                        : origin)
                .toList();
        return new ArticleDraft(
                outlet,
                headline,
                language,
                told,
                byline,
                credit,
                publishedAt,
                publishedAtStated,
                blocks,
                origins,
                leftOut,
                warnings,
                extras);
    }
}
