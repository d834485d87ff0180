package org.khabar.article.live;

import graphql.GraphQL;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Puts {@link EventInstrumentation} beside SmallRye's own instrumentations. */
@ApplicationScoped
class GraphqlEvents {

    void instrument(@Observes GraphQL.Builder builder) {
        Instrumentation present = builder.build().getInstrumentation();
        builder.instrumentation(new ChainedInstrumentation(List.of(present, new EventInstrumentation())));
    }
}
