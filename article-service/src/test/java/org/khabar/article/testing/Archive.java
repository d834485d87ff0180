package org.khabar.article.testing;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleStore;
import org.khabar.article.outlet.OutletRegistry;
import org.khabar.article.testing.Copies.Copy;

/** Stores articles without a page around them. */
@ApplicationScoped
@Unremovable
public class Archive {

    public static final Instant NOON = Instant.parse("2025-03-11T12:00:00Z");

    private final ArticleStore store;
    private final OutletRegistry outlets;

    Archive(ArticleStore store, OutletRegistry outlets) {
        this.store = store;
        this.outlets = outlets;
    }

    /** @return the article's id */
    public String store(Copy copy, Instant publishedAt) {
        return store(copy, publishedAt, null);
    }

    /** The same URL again makes a revision. */
    public String store(Copy copy, Instant publishedAt, @Nullable String url) {
        UUID outlet = outlets.getByCode(copy.outlet()).id();
        ArticleContent content = new ArticleContent(
                outlet, url, copy.headline(), "ar", ArticleKind.NEWS, null, null, publishedAt, true, copy.blocks());
        return store.store(content, "tester").article().id();
    }
}
