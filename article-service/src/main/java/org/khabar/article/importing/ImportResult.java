package org.khabar.article.importing;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.FieldProvenance;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.LeftOutLine;
import org.khabar.article.importing.draft.LeftOutReason;

/** What an import did, and what became of every field and line of the page. */
public record ImportResult(
        @NonNull ImportStatus status,

        @Nullable
        @Description("The article as it is now; null when the caller may not see it, as a service may not see"
                + " the newsroom's drafts.")
        ArticleNode article,

        @NonNull List<@NonNull Warning> warnings,
        @NonNull List<@NonNull Provenance> provenance,
        @NonNull List<@NonNull LeftOut> leftOut) {

    /**
     * @param visible what the caller may see
     * @throws NullPointerException when the import was of no page
     */
    static ImportResult of(ImportOutcome outcome, Set<ArticleStatus> visible) {
        ArticleNode article = outcome.stored().article();
        ArticleDraft draft = Objects.requireNonNull(outcome.draft());
        return new ImportResult(
                ImportStatus.of(outcome.stored().outcome()),
                visible.contains(article.status()) ? article : null,
                draft.warnings().stream().map(Warning::of).toList(),
                draft.provenance().stream().map(Provenance::of).toList(),
                draft.leftOut().stream().map(LeftOut::of).toList());
    }

    /** Something about a page that was imported all the same. */
    @Type("ImportWarning")
    public record Warning(
            @NonNull String code,
            @NonNull String message,

            @Nullable @Description("1-based line of the page.")
            Integer line) {

        static Warning of(ImportWarning warning) {
            return new Warning(warning.code().name(), warning.message(), warning.line());
        }
    }

    /** Where a field's value came from. */
    @Type("FieldProvenance")
    public record Provenance(
            @NonNull @Description("The field of Article.") String field,

            @NonNull FieldOrigin source,

            @Nullable @Description("1-based line of the page.")
            Integer line) {

        static Provenance of(FieldProvenance provenance) {
            return new Provenance(provenance.field(), provenance.source(), provenance.line());
        }
    }

    /** A line of the page that is not part of the article. */
    @Type("LeftOutLine")
    public record LeftOut(
            @Nullable @Description("1-based; null for HTML, which has no lines.")
            Integer line,

            @NonNull String text,

            @NonNull LeftOutReason reason) {

        static LeftOut of(LeftOutLine leftOut) {
            return new LeftOut(leftOut.line(), leftOut.text(), leftOut.reason());
        }
    }
}
