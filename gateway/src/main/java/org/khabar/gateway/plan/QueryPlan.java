package org.khabar.gateway.plan;

import graphql.language.Document;
import graphql.language.OperationDefinition.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one operation is answered. Immutable; serves any number of requests.
 *
 * @param operation what kind of operation it is
 * @param root the first step; null when no subgraph is asked
 * @param rootLayout room that the answer's root object needs
 * @param output how the answer is written
 * @param introspection the part that the gateway answers itself; null when there is none
 * @param fetchCount how many fetches there are
 * @param passesThrough whether the one fetch that there is asks for just what the client does, so that its answer may
 *     go to the client as it is
 * @param deferral what comes later; null when all comes at once
 */
public record QueryPlan(
        Operation operation,
        @Nullable PlanNode root,
        AnswerShape.Layout rootLayout,
        OutputSelection output,
        @Nullable Introspection introspection,
        int fetchCount,
        boolean passesThrough,
        @Nullable Deferral deferral) {

    /** A plan of which all comes at once. */
    public QueryPlan(
            Operation operation,
            @Nullable PlanNode root,
            AnswerShape.Layout rootLayout,
            OutputSelection output,
            @Nullable Introspection introspection,
            int fetchCount,
            boolean passesThrough) {
        this(operation, root, rootLayout, output, introspection, fetchCount, passesThrough, null);
    }

    /** The plan as Apollo's tools print plans. */
    public String print() {
        return PlanPrinter.print(this);
    }

    /** Where the entities of each fetch are, by the fetch's id, as the plan is printed; nothing for root fields. */
    public Map<Integer, List<String>> fetchPaths() {
        Map<Integer, List<String>> paths = new HashMap<>(FetchPaths.of(root));
        if (deferral != null) {
            deferral.blocks().forEach(block -> paths.putAll(FetchPaths.of(block.node())));
        }
        return paths;
    }

    /**
     * The part of an operation that asks for the schema itself.
     *
     * @param document a document of just that part
     * @param text the document, printed
     * @param constant whether no variable can change its answer
     * @param leaves where its root fields are kept, by response key
     */
    public record Introspection(Document document, String text, boolean constant, Map<String, Integer> leaves) {
        public Introspection {
            leaves = Map.copyOf(leaves);
        }
    }
}
