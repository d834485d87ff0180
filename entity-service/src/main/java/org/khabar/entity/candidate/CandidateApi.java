package org.khabar.entity.candidate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.khabar.entity.budget.CurrentBudget;
import org.khabar.entity.paging.PageArguments;
import org.khabar.entity.paging.PageRequest;
import org.khabar.entity.paging.PagingConfig;
import org.khabar.entity.tagging.EntityType;

/** Names that the catalogue lacks, over GraphQL, for those who look after it. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"editor", "moderator", "admin"})
public class CandidateApi {

    private final CandidateReader reader;
    private final PagingConfig paging;
    private final CurrentBudget budget;

    CandidateApi(CandidateReader reader, PagingConfig paging, CurrentBudget budget) {
        this.reader = reader;
        this.paging = paging;
        this.budget = budget;
    }

    @Query
    @Description("What articles seem to name and the catalogue does not have, the names in most articles first.")
    public @NonNull NameCandidateConnection nameCandidates(
            @Nullable List<@NonNull EntityType> types,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {
        PageRequest<CandidatePosition> request =
                PageRequest.of(new PageArguments(first, after, last, before), paging, CandidatePosition::of);
        return reader.list(types == null ? Set.of() : Set.copyOf(types), request, budget.get());
    }
}
