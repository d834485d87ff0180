package org.khabar.article.article;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/**
 * Which revisions of articles there are for a caller: for editors and admins all of them, for others those that were
 * published, and none from before a withdrawal.
 *
 * @param beginnings for each article the first version that there may be
 * @param statuses names of the statuses that a revision may have
 */
@SuppressWarnings("ArrayRecordComponent") // Parameters of queries, never compared.
record RevisionView(UUID[] articles, int[] beginnings, String[] statuses) {

    /** An article, and where readers' history of it begins. */
    record Article(UUID id, int historyFrom) {}

    static RevisionView of(Collection<Article> articles, boolean newsroom) {
        return new RevisionView(
                articles.stream().map(Article::id).toArray(UUID[]::new),
                articles.stream()
                        .mapToInt(article -> newsroom ? 1 : article.historyFrom())
                        .toArray(),
                names(newsroom ? EnumSet.allOf(ArticleStatus.class) : ArticleStatus.visibleToReaders()));
    }

    private static String[] names(Set<ArticleStatus> statuses) {
        return statuses.stream().map(Enum::name).toArray(String[]::new);
    }
}
