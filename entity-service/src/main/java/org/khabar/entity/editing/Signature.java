package org.khabar.entity.editing;

import org.jspecify.annotations.Nullable;

/**
 * Who changes an entity.
 *
 * @param author the user's name
 * @param note what they tell colleagues
 */
public record Signature(String author, @Nullable String note) {}
