package org.khabar.gateway.http;

import graphql.language.OperationDefinition.Operation;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.execute.ExecutionInput;
import org.khabar.gateway.json.JsonWeight;
import org.khabar.gateway.plan.QueryPlan;
import org.khabar.gateway.plan.SubscriptionSource;
import org.khabar.gateway.schema.ServedSchema;

/**
 * An operation that a caller may run: within all bounds, and planned for what the caller may see.
 *
 * @param schema the schema that it began with
 * @param plan how it is answered
 * @param name its name; null when it has none
 * @param input what it is run with
 * @param request what was asked
 * @param trace is told how it goes; null when nobody wants to know, and once a subscription is admitted
 * @param leave gives back its place in the client's quota, once or more often
 * @param readAt when it was read, as {@link System#nanoTime()}
 */
public record AdmittedOperation(
        ServedSchema schema,
        QueryPlan plan,
        @Nullable String name,
        ExecutionInput input,
        GraphqlRequest request,
        @Nullable OperationTrace trace,
        Runnable leave,
        long readAt) {

    /** Whether it does something, which a GET must not. */
    public boolean isMutation() {
        return plan.operation() == Operation.MUTATION;
    }

    /** Whether it has events; one whose only field is refused has none, but an answer like a query. */
    public boolean hasEvents() {
        return plan.operation() == Operation.SUBSCRIPTION && plan.root() != null;
    }

    /** About how many bytes of the heap it takes for as long as it is under way, beside its answers. */
    public long weight() {
        return JsonWeight.of(request.query()) + JsonWeight.of(request.variables());
    }

    /** Whether a subscription has the same events, and the same is done with them. */
    public boolean isAnsweredLike(AdmittedOperation other) {
        return plan.equals(other.plan)
                && input.variables().equals(other.input.variables())
                && Objects.equals(sourceUrl(), other.sourceUrl());
    }

    private @Nullable String sourceUrl() {
        return schema.urls().get(SubscriptionSource.of(plan).fetch().subgraph());
    }

    /** Says how a query or mutation ended that has no answer which would still have to leave. */
    public void ended(String outcome) {
        leave.run();
        answered(outcome);
    }

    /** Says how a query or mutation was answered; it keeps its place in the quota until that has left. */
    public void answered(String outcome) {
        if (trace != null) {
            trace.ended(outcome);
        }
    }
}
