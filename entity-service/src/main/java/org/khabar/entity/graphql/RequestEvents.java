package org.khabar.entity.graphql;

import graphql.GraphQL;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.api.Context;
import io.smallrye.graphql.cdi.event.AfterExecute;
import io.smallrye.graphql.cdi.event.BeforeExecute;
import io.smallrye.graphql.spi.EventingService;
import jakarta.enterprise.event.Event;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/**
 * Tells observers of requests, before and after each, and of the engine when it is built. SmallRye's own events, which are
 * off, tell besides of every call of every resolver, three times each; nobody observes those.
 */
public final class RequestEvents implements EventingService {

    /** On without a key. */
    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    /** ArC remembers who observes what with the event itself, and looks for it anew with another. */
    private static final class Observed {

        static final Event<Object> ENGINE = select();
        static final Event<Object> BEFORE = select(BeforeExecute.LITERAL);
        static final Event<Object> AFTER = select(AfterExecute.LITERAL);

        private static Event<Object> select(Annotation... qualifiers) {
            return Arc.container().beanManager().getEvent().select(qualifiers);
        }
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        Observed.ENGINE.fire(builder);
        return builder;
    }

    @Override
    public void beforeExecute(Context context) {
        Observed.BEFORE.fire(context);
    }

    @Override
    public void afterExecute(Context context) {
        Observed.AFTER.fire(context);
    }
}
