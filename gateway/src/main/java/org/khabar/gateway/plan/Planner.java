package org.khabar.gateway.plan;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.ObjectType;
import org.khabar.gateway.supergraph.Supergraph;

/** Makes query plans for one supergraph. Safe for use by many threads. */
public final class Planner {
    private static final int MAX_RETRIES = 32;

    private final Supergraph supergraph;
    private final PlannerLimits limits;
    /** For operations to which no progressive override applies. */
    private final Sources unlabelled;

    private final Types types;
    private final AccessRules accessRules;
    private final FactorFinder factors;

    /** A planner for {@code supergraph}. */
    public Planner(Supergraph supergraph, PlannerLimits limits) {
        this.supergraph = supergraph;
        this.limits = limits;
        this.unlabelled = new Sources(supergraph, Set.of());
        this.types = new Types(supergraph);
        this.accessRules = new AccessRules(supergraph);
        this.factors = new FactorFinder(supergraph, types, accessRules);
    }

    /** A planner with default limits. */
    public Planner(Supergraph supergraph) {
        this(supergraph, PlannerLimits.DEFAULTS);
    }

    /**
     * Looks at an operation before it is planned.
     *
     * @param defaultListSize how long a list is taken to be of which the schema says nothing
     * @see #plan(Document, String)
     */
    public OperationAnalysis analyse(Document document, @Nullable String operationName, int defaultListSize) {
        OperationDefinition operation = operation(document, operationName);
        ClientSelection selection = normalize(document, operation, Delivery.WHOLE);
        return new OperationAnalysis(
                factors.find(selection, DeliveryDirectives.factors(document, operation)),
                new CostCompiler(supergraph, types, operation, defaultListSize).compile(selection),
                new CacheCompiler(supergraph, types).compile(operation.getOperation(), selection));
    }

    /**
     * Plans an operation of which nothing is refused, without progressive overrides.
     *
     * @param document a document that is valid against the supergraph's API schema
     * @param operationName which operation of it; null when it has just one
     * @throws PlanningException when no subgraph can be reached for a field, or the plan would be too large
     */
    public QueryPlan plan(Document document, @Nullable String operationName) {
        return plan(document, operationName, PlanVariant.NONE);
    }

    /**
     * Plans an operation.
     *
     * @param variant what is refused, and which labels of progressive overrides hold
     * @see #plan(Document, String)
     */
    public QueryPlan plan(Document document, @Nullable String operationName, PlanVariant variant) {
        OperationDefinition operation = operation(document, operationName);
        ClientSelection selection = normalize(document, operation, variant.delivery());
        new AccessFilter(accessRules, types, variant.refused()).mark(selection);
        Set<String> exploded = new HashSet<>();
        PlanningContext context = new PlanningContext(
                supergraph,
                types,
                variant.labels().isEmpty() ? unlabelled : new Sources(supergraph, variant.labels()),
                exploded,
                document,
                operation,
                selection,
                variant,
                limits);
        for (int attempt = 0; ; attempt++) {
            try {
                return checked(new OperationPlanner(context).plan());
            } catch (UnreachableException unreachable) {
                retry(unreachable.field(), exploded, attempt);
            }
        }
    }

    private static QueryPlan checked(QueryPlan plan) {
        if (plan.operation() == Operation.SUBSCRIPTION && plan.root() != null) {
            SubscriptionSource.of(plan);
        }
        return plan;
    }

    private static OperationDefinition operation(Document document, @Nullable String operationName) {
        OperationDefinition operation = Operations.get(document, operationName);
        return operation;
    }

    private ClientSelection normalize(Document document, OperationDefinition operation, Delivery delivery) {
        String root = supergraph
                .findRoot(operation.getOperation())
                .map(ObjectType::name)
                .orElseThrow(() -> PlanningException.unsupported("The schema has no such operation"));
        ClientSelection selection = OperationNormalizer.normalize(types, document, operation, root, limits, delivery);
        if (operation.getOperation() == Operation.SUBSCRIPTION) {
            SubscriptionSource.check(selection);
        }
        return selection;
    }

    /** Another plan is possible when an abstract type's field on the way is fetched type by type. */
    private static void retry(PlanField field, Set<String> exploded, int attempt) {
        Optional<String> choice = explodable(field, exploded);
        if (choice.isEmpty() || attempt == MAX_RETRIES) {
            throw PlanningException.unreachable(field.view.node.data.toString(), field.coordinate());
        }
        exploded.add(choice.get());
    }

    private static Optional<String> explodable(PlanField field, Set<String> exploded) {
        for (PlanField at = field; at != null; at = at.view.node.parent) {
            boolean abstractView = !at.view.node.possibleTypes.contains(at.view.type);
            if (abstractView && !at.name.equals("__typename") && !exploded.contains(at.coordinate())) {
                return Optional.of(at.coordinate());
            }
        }
        return Optional.empty();
    }
}
