package org.khabar.article.importing;

import org.jspecify.annotations.Nullable;
import org.khabar.article.article.StoredArticle;
import org.khabar.article.importing.draft.ArticleDraft;

/**
 * The draft that a page gave, and what storing it did.
 *
 * @param draft null for an item that does nothing but cancel an article
 */
record ImportOutcome(StoredArticle stored, @Nullable ArticleDraft draft) {}
