package org.khabar.article.article;

import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Something that was put right in an article after it was published. */
public record Correction(
        @NonNull @Description("What readers are told of it.")
        String note,

        @NonNull Instant time,

        @Description("The version that has it.") int version) {}
