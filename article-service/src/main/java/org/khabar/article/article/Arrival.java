package org.khabar.article.article;

import org.jspecify.annotations.Nullable;
import org.khabar.article.article.workflow.ArticleState;

/**
 * What a source says of an article beside its content.
 *
 * @param beginning whether its text may be no more than a beginning or a summary, which never takes the place of a longer
 *     one
 * @param state where it is to stand
 * @param reason why it is kept back or taken back, for those who follow; null when the source does not say
 * @param mayMove whether whoever stores it may move an article that the archive has
 * @param name the URI that its source calls it by, the same for ever and for everybody; null when it has none
 */
public record Arrival(
        boolean beginning,
        ArticleState state,
        @Nullable String reason,
        boolean mayMove,
        @Nullable String name) {

    /** Of a source that says nothing: the whole text of an article that is published. */
    public static final Arrival PLAIN = new Arrival(false, new ArticleState.Published(), null, false, null);

    /** Of what a feed lists: published, and often no more than its beginning. */
    public static final Arrival LISTED = new Arrival(true, new ArticleState.Published(), null, false, null);

    /** Whether nothing is to be done but to store content; else it is for {@link ArticleArrivals}. */
    public boolean isPlain() {
        return state instanceof ArticleState.Published;
    }
}
