package org.khabar.gateway.execute;

import java.util.List;
import org.khabar.gateway.plan.PlanNode.FetchNode;

/**
 * What a request to a subgraph asks for.
 *
 * @param fetches the fetches of the plan, all of one subgraph; several when they are sent together
 * @param representations how many entities it asks for; 0 for root fields
 * @param turn how often the fetches were asked for before, because another one in their request had failed
 */
public record SentFetch(List<FetchNode> fetches, int representations, int turn) {
    public SentFetch {
        fetches = List.copyOf(fetches);
    }

    static SentFetch of(PreparedFetch prepared) {
        List<FetchNode> fetches = prepared.parts().stream()
                .map(PreparedFetch.Part::fetch)
                .distinct()
                .toList();
        int representations = prepared.parts().stream()
                .filter(part -> part.fetch().isEntityFetch())
                .mapToInt(part -> part.targets().size())
                .sum();
        return new SentFetch(fetches, representations, prepared.turn());
    }

    /** The subgraph. */
    public String subgraph() {
        return fetches.getFirst().subgraph();
    }
}
