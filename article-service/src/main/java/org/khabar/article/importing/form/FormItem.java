package org.khabar.article.importing.form;

import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.UnreadablePage;

/** One article of a document: read, canceled, or refused by itself. */
public sealed interface FormItem {

    /** What its source calls it, for the answer; null when it has no name of its own. */
    @Nullable
    String externalId();

    /** @param url where it was published, as the form has it; null when it does not say */
    record Read(
            ArticleDraft draft,
            @Nullable String url,
            @Nullable String externalId) implements FormItem {}

    /**
     * An article that its source has taken back.
     *
     * @param url where it was published, as the form has it; null when it does not say
     * @param draft what it said; null when the item does not repeat it
     */
    record Canceled(
            @Nullable String url,
            @Nullable String externalId,
            @Nullable ArticleDraft draft,
            String reason) implements FormItem {}

    /** An item that no article can be made of. */
    record Refused(UnreadablePage why, @Nullable String externalId) implements FormItem {}
}
