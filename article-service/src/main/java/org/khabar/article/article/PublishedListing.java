package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lists what readers may see, for feeds, sitemaps and exports. Each call is a constant number of queries and a
 * transaction of its own, unless the caller has one.
 */
@ApplicationScoped
@Transactional
public class PublishedListing {

    private final ArticleArchive archive;
    private final PublishedListingRepository listings;
    private final ArticleHistory history;

    PublishedListing(ArticleArchive archive, PublishedListingRepository listings, ArticleHistory history) {
        this.archive = archive;
        this.listings = listings;
        this.history = history;
    }

    /** The newest by time of publication, at most so many. */
    public List<ArticleNode> listNewest(ArticleFilter filter, int count) {
        return nodes(listings.listNewest(select(filter), count));
    }

    /**
     * The same of those that name an entity.
     *
     * @param entity the entity's id as entity-service gives it
     * @throws org.khabar.article.failure.RequestFailure when it takes too long
     */
    public List<ArticleNode> listNewestNaming(String entity, ArticleFilter filter, ListingBounds bounds) {
        return nodes(listings.listNewestNaming(entity, select(filter), bounds));
    }

    /** Those that have a URL, newest first, without the first so many. */
    public List<ArticleNode> listWithUrl(ArticleFilter filter, int skipped, int count) {
        return nodes(listings.listWithUrl(select(filter), skipped, count));
    }

    /** How many of those there are. */
    public int countWithUrl(ArticleFilter filter) {
        return Math.toIntExact(listings.countWithUrl(select(filter)));
    }

    /**
     * Articles by ascending id, which is the order that they came in and never changes.
     *
     * @param after only articles after this one, null to begin
     */
    public List<ArticleNode> listAfter(@Nullable UUID after, ArticleFilter filter, int count) {
        return nodes(listings.listAfter(after, select(filter), count));
    }

    /** The blocks of each article as it was when it was read, in their order. One query. */
    public List<List<BlockNode>> listBlocks(List<ArticleNode> articles) {
        return archive.listBlocks(articles);
    }

    /** What readers are told of the corrections of each article, the oldest first. One query, none if nothing was corrected. */
    public List<List<Correction>> listCorrections(List<ArticleNode> articles) {
        List<ArticleNode> corrected = articles.stream()
                .filter(article -> article.correctionNote() != null)
                .toList();
        if (corrected.isEmpty()) {
            return articles.stream().map(article -> List.<Correction>of()).toList();
        }
        Iterator<List<Correction>> found = history.listCorrections(corrected).iterator();
        return articles.stream()
                .map(article -> article.correctionNote() == null ? List.<Correction>of() : found.next())
                .toList();
    }

    private ArticleSelection select(ArticleFilter filter) {
        return archive.select(filter, ArticleStatus.visibleToReaders());
    }

    private static List<ArticleNode> nodes(List<ArticleEntity> articles) {
        return articles.stream().map(ArticleNode::of).toList();
    }
}
