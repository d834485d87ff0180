package org.khabar.article.search;

import java.time.Instant;
import java.util.UUID;

/** What facets are counted by. */
record MatchedArticle(UUID articleId, UUID outletId, String language, String kind, Instant publishedAt) {}
