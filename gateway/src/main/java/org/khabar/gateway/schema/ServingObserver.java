package org.khabar.gateway.schema;

import java.time.Duration;
import java.util.List;

/** Is told what happens to schemas, plans and fetches, on the thread that does it. Must not block. */
public interface ServingObserver {

    /** A new schema is served from now on. */
    void accepted(ServedSchema schema);

    /** A schema is refused; told once for as long as the reasons stay the same. */
    void refused(List<Refusal> reasons);

    /** Nothing is refused any more. */
    void settled();

    /** An operation was planned before. */
    void planFound();

    /** An operation was planned now. */
    void planMade(Duration took);

    /**
     * A subgraph answered a fetch, or did not.
     *
     * @param outcome {@code OK}, {@code CANCELLED} or the code of the failure that clients see
     */
    void fetched(String subgraph, String outcome, Duration took);
}
