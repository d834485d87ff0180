package org.khabar.article.article;

import org.jspecify.annotations.Nullable;

/**
 * Who changes an article, and what they tell their colleagues of it.
 *
 * @param author a user's name
 */
public record Signature(String author, @Nullable String note) {}
