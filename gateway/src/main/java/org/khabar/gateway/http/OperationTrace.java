package org.khabar.gateway.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.RunObserver;
import org.khabar.gateway.plan.QueryPlan;

/** Is told how one operation goes, in this order, on its event loop. Must not block. */
public interface OperationTrace {

    /** It is parsed, checked and planned, or found among those that were. */
    void preparing(String document);

    /**
     * It is ready to be run.
     *
     * @param name its name; null when it has none
     * @param found whether it was found, with its plan
     */
    void prepared(QueryPlan plan, @Nullable String name, boolean found);

    /** What subgraphs are sent along, so that they join the trace. */
    Map<String, String> headers();

    /** Who is told of the plan's fetches and their requests as it is run; null for nobody. */
    @Nullable
    RunObserver observer(QueryPlan plan);

    /**
     * It is over.
     *
     * @param outcome {@code OK}, {@code PARTIAL}, {@code CANCELLED}, or the code of what kept it from being run
     */
    void ended(String outcome);
}
