package org.khabar.article.importing.feed;

/** Readers of feeds, for tests of other packages. */
public final class FeedForms {

    private FeedForms() {}

    public static FeedForm of(int maxItems) {
        return new FeedForm(() -> maxItems);
    }
}
