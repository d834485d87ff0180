package org.khabar.entity.mention;

import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An article that mentions an entity. */
public record EntityArticleEdge(
        @Nullable ArticleNode node, @NonNull String cursor, int mentionCount) {}
