package org.khabar.article.article;

import org.jspecify.annotations.Nullable;
import org.khabar.article.article.workflow.ArticleState;

/**
 * What a source says of an article beside its content.
 *
 * @param beginning whether its text may be no more than a beginning or a summary, which never takes the place of a longer
 *     one
 * @param standing where it is to stand
 * @param mayMove whether whoever stores it may move an article that the archive has
 * @param name the URI that its source calls it by, the same for ever and for everybody; null when it has none
 */
public record Arrival(
        boolean beginning,
        Standing standing,
        boolean mayMove,
        @Nullable String name) {

    /** Of a source that says nothing: the whole text of an article that is published. */
    public static final Arrival PLAIN = new Arrival(false, Standing.PLAIN, false, null);

    /** Of what a feed lists: published, and often no more than its beginning. */
    public static final Arrival LISTED = new Arrival(true, Standing.PLAIN, false, null);

    /** Where it is to stand. */
    public ArticleState state() {
        return standing.state();
    }

    /** Whether nothing is to be done but to store content; else it is for {@link ArticleArrivals}. */
    public boolean isPlain() {
        return state() instanceof ArticleState.Published;
    }

    /** Whether it gives readers an article that its source kept back. */
    boolean releases(ArticleEntity article) {
        return article.withheld && standing.released() && state().isVisibleToReaders();
    }
}
