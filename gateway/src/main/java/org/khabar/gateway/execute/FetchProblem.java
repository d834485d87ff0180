package org.khabar.gateway.execute;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.PlanNode.FetchNode;

/** What went wrong with a fetch; where that is in the answer is found out once the answer is complete. */
sealed interface FetchProblem {

    FetchNode fetch();

    /** The objects that the fetch was to bring fields to, by representation. */
    List<List<DataObject>> targets();

    /** What came back for a part of a request is of no use. */
    static FetchProblem unusable(PreparedFetch.Part part, RuntimeException cause) {
        String subgraph = part.fetch().subgraph();
        return new Failed(
                part.fetch(),
                part.targets(),
                SubgraphFailure.unavailable(subgraph, "it sent an answer that cannot be used", cause));
    }

    /** Nothing usable came back. */
    record Failed(FetchNode fetch, List<List<DataObject>> targets, SubgraphFailure failure) implements FetchProblem {}

    /** The subgraph reported errors. */
    record Reported(FetchNode fetch, List<List<DataObject>> targets, List<Map<String, @Nullable Object>> errors)
            implements FetchProblem {}
}
