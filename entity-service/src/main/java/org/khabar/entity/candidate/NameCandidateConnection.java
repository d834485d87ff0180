package org.khabar.entity.candidate;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.entity.paging.PageInfo;

/** A page of names, those in most articles first. */
public record NameCandidateConnection(
        @NonNull List<@NonNull NameCandidateEdge> edges,
        @NonNull PageInfo pageInfo) {}
