package org.khabar.gateway.execute;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.khabar.gateway.execute.PreparedFetch.Part;
import org.khabar.gateway.plan.PlanNode.FetchNode;

/** What a request to a subgraph asks for. Found out when it is asked, for it may be counted only. */
public final class SentFetch {
    private final PreparedFetch prepared;

    SentFetch(PreparedFetch prepared) {
        this.prepared = prepared;
    }

    /** The subgraph. */
    public String subgraph() {
        return prepared.subgraph();
    }

    /** The fetches of the plan, all of one subgraph; several when they are sent together. */
    public List<FetchNode> fetches() {
        return prepared.parts().stream().map(Part::fetch).distinct().toList();
    }

    /** How many entities it asks for; 0 for root fields. */
    public int representations() {
        return entities(prepared.parts().stream());
    }

    /** How many entities one of its fetches asks for in it; 0 for root fields. */
    public int representations(FetchNode fetch) {
        return entities(parts(fetch));
    }

    /** How many objects of the answer those entities are for: more when several are the same entity. */
    public int objects(FetchNode fetch) {
        return parts(fetch)
                .filter(part -> part.fetch().isEntityFetch())
                .flatMap(part -> part.targets().stream())
                .mapToInt(Collection::size)
                .sum();
    }

    /** How often the fetches were asked for before, because another one in their request had failed. */
    public int turn() {
        return prepared.turn();
    }

    private Stream<Part> parts(FetchNode fetch) {
        return prepared.parts().stream().filter(part -> part.fetch() == fetch);
    }

    private static int entities(Stream<Part> parts) {
        return parts.filter(part -> part.fetch().isEntityFetch())
                .mapToInt(part -> part.targets().size())
                .sum();
    }
}
