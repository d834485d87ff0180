package org.khabar.article.article;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.workflow.ArticleState;

/**
 * Where a source wants an article to stand.
 *
 * @param reason why it is kept back or taken back, for those who follow; null when the source does not say
 * @param released whether the source says that readers may have it, so that what it kept back is published; what says
 *     nothing of it, such as a page, is false
 * @param corrections all that the source tells, the oldest first; empty unless it is corrected
 */
public record Standing(
        ArticleState state, @Nullable String reason, boolean released, List<StatedCorrection> corrections) {

    /** Of a source that says nothing: published. */
    public static final Standing PLAIN = new Standing(new ArticleState.Published(), null, false, List.of());

    public Standing {
        corrections = List.copyOf(corrections);
    }
}
