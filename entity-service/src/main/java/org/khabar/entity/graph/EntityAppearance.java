package org.khabar.entity.graph;

import java.time.Instant;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.mention.ArticleNode;

/** That an article mentions an entity. The article is null for who may not see it. */
public record EntityAppearance(
        @Nullable ArticleNode article, @NonNull Instant publishedAt, int mentionCount) {}
