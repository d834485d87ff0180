package org.khabar.entity.federation;

import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Puts {@link EntitiesInstrumentation} beside the instrumentations that there are. */
@ApplicationScoped
class GraphqlEntities {

    /** The builder does not tell what it has, but what it builds does. */
    void standBefore(@Observes GraphQL.Builder builder) {
        Instrumentation present = builder.build().getInstrumentation();
        builder.instrumentation(new ChainedInstrumentation(List.of(present, new EntitiesInstrumentation())));
    }
}
