package org.khabar.article.importing;

import org.khabar.article.article.StoredArticle;
import org.khabar.article.importing.draft.ArticleDraft;

/** The draft that a page gave, and what storing it did. */
record ImportOutcome(StoredArticle stored, ArticleDraft draft) {}
