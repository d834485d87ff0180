package org.khabar.article.importing.draft;

import org.jspecify.annotations.Nullable;

/**
 * Where a field of the draft came from.
 *
 * @param field the field's name in the GraphQL schema
 * @param line the 1-based line of the page, when it came from one
 */
public record FieldProvenance(
        String field, FieldOrigin source, @Nullable Integer line) {}
