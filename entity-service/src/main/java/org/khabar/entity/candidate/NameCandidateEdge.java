package org.khabar.entity.candidate;

import org.eclipse.microprofile.graphql.NonNull;

/** A name in its place. */
public record NameCandidateEdge(
        @NonNull NameCandidateNode node, @NonNull String cursor) {}
