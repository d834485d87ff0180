package org.khabar.article.importing.feed;

import org.khabar.article.importing.form.FormItem;

/** Readers of feeds, for tests of other packages. */
public final class FeedForms {

    private FeedForms() {}

    public static FeedForm of(int maxItems) {
        return new FeedForm(() -> maxItems);
    }

    /** Whether an entry was refused because its reading failed. */
    public static boolean isFault(FormItem.Refused refused) {
        return FeedForm.FAULT.equals(refused.why().getMessage());
    }
}
