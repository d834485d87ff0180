package org.khabar.article.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.BlockNode;
import org.khabar.article.article.Correction;
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

    /**
     * The newest articles that a feed is about.
     *
     * @param complete whether all were looked at
     */
    record Newest(List<SyndicatedArticle> articles, boolean complete) {

        Newest {
            articles = List.copyOf(articles);
        }
    }

    /** Without their texts. */
    Newest findNewest(FeedSubject subject) {
        if (subject.search() == null) {
            return newest(nodes(subject), true);
        }
        SearchedArticles.Found found = found(subject.search());
        return newest(articles.list(found.ids()), found.complete());
    }

    private Newest newest(List<ArticleNode> nodes, boolean complete) {
        return new Newest(nodes.stream().map(node -> withText(node, List.of())).toList(), complete);
    }

    /** The same articles with their texts. One query. */
    Newest withTexts(Newest of) {
        List<ArticleNode> nodes =
                of.articles().stream().map(SyndicatedArticle::article).toList();
        List<List<BlockNode>> blocks = listing.listBlocks(nodes);
        List<SyndicatedArticle> read = new ArrayList<>(nodes.size());
        for (int i = 0; i < nodes.size(); i++) {
            read.add(withText(nodes.get(i), blocks.get(i)));
        }
        return new Newest(read, of.complete());
    }

    /** The article with this id, with its text, if there is one that readers may see. */
    Optional<SyndicatedArticle> find(UUID id) {
        return articles.list(List.of(id)).stream()
                .findFirst()
                .map(node -> withText(node, listing.listBlocks(List.of(node)).getFirst()));
    }

    /** What readers are told of its corrections, the oldest first. */
    List<Correction> listCorrections(SyndicatedArticle article) {
        return listing.listCorrections(List.of(article.article())).getFirst();
    }

    private List<ArticleNode> nodes(FeedSubject subject) {
        return subject.entity() == null
                ? listing.listNewest(subject.filter(), config.entries())
                : listing.listNewestNaming(
                        subject.entity(),
                        subject.filter(),
                        new ListingBounds(config.entries(), config.maxScanned(), config.timeout()));
    }

    private SearchedArticles.Found found(String query) {
        if (query.length() > config.maxQueryLength()) {
            throw RequestFailure.limitExceeded(
                    "q has %d characters; the limit is %d.".formatted(query.length(), config.maxQueryLength()));
        }
        return search.findNewest(query, config.entries());
    }

    private SyndicatedArticle withText(ArticleNode node, List<BlockNode> blocks) {
        return new SyndicatedArticle(node, outlets.getById(node.outletId()), blocks);
    }
}
