package org.khabar.entity.candidate;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A place where a name stands. */
public record CandidateContext(
        @Id @NonNull String article,

        @Description("Index of the block in the article's blocks.")
        int block,

        @Description("Where the name begins in the block's text, in UTF-16 code units.")
        int start,

        @Description("Where it ends, exclusive.") int end,

        @NonNull @Description("Some of the text around it.") String text) {}
