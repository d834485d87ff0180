package org.khabar.article.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.BlockNode;
import org.khabar.article.article.ListingBounds;
import org.khabar.article.article.PublishedArticles;
import org.khabar.article.article.PublishedListing;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.outlet.OutletRegistry;

/** Reads articles to write them out. */
@ApplicationScoped
class SyndicatedArticles {

    private final PublishedArticles articles;
    private final PublishedListing listing;
    private final OutletRegistry outlets;
    private final SearchedArticles search;
    private final SyndicationConfig config;

    SyndicatedArticles(
            PublishedArticles articles,
            PublishedListing listing,
            OutletRegistry outlets,
            SearchedArticles search,
            SyndicationConfig config) {
        this.articles = articles;
        this.listing = listing;
        this.outlets = outlets;
        this.search = search;
        this.config = config;
    }

    /** The newest articles that a feed is about, without their texts. */
    List<SyndicatedArticle> listNewest(FeedSubject subject) {
        return nodes(subject).stream().map(node -> withText(node, List.of())).toList();
    }

    /** The same articles with their texts. One query. */
    List<SyndicatedArticle> withTexts(List<SyndicatedArticle> of) {
        List<ArticleNode> nodes = of.stream().map(SyndicatedArticle::article).toList();
        List<List<BlockNode>> blocks = listing.listBlocks(nodes);
        List<SyndicatedArticle> read = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            read.add(withText(nodes.get(i), blocks.get(i)));
        }
        return read;
    }

    /** The article with this id, with its text, if there is one that readers may see. */
    Optional<SyndicatedArticle> find(UUID id) {
        return articles.list(List.of(id)).stream()
                .findFirst()
                .map(node -> withText(node, listing.listBlocks(List.of(node)).getFirst()));
    }

    private List<ArticleNode> nodes(FeedSubject subject) {
        if (subject.search() != null) {
            return articles.list(found(subject.search()));
        }
        return subject.entity() == null
                ? listing.listNewest(subject.filter(), config.entries())
                : listing.listNewestNaming(
                        subject.entity(),
                        subject.filter(),
                        new ListingBounds(config.entries(), config.maxScanned(), config.timeout()));
    }

    private List<UUID> found(String query) {
        if (query.length() > config.maxQueryLength()) {
            throw RequestFailure.limitExceeded(
                    "q has %d characters; the limit is %d.".formatted(query.length(), config.maxQueryLength()));
        }
        return search.listNewest(query, config.entries());
    }

    private SyndicatedArticle withText(ArticleNode node, List<BlockNode> blocks) {
        return new SyndicatedArticle(node, outlets.getById(node.outletId()), blocks);
    }
}
