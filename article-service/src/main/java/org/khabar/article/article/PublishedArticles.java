package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;

/** Gives other features articles as readers see them. */
@ApplicationScoped
public class PublishedArticles {

    private final ArticleArchive archive;

    PublishedArticles(ArticleArchive archive) {
        this.archive = archive;
    }

    /** Those of the articles that readers may see, in the order of the ids. One query. */
    public List<ArticleNode> list(Collection<UUID> ids) {
        return archive.listByIds(ids.stream().map(UUID::toString).toList(), ArticleStatus.visibleToReaders()).stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /**
     * Tells which articles a filter means.
     *
     * @throws org.khabar.article.failure.RequestFailure when it names what there is not
     */
    public Predicate<ArticleNode> matching(ArticleFilter filter) {
        return archive.select(filter, ArticleStatus.visibleToReaders())::has;
    }
}
