package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import io.smallrye.graphql.api.Context;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.khabar.article.failure.RequestFailure;

class SearchDeadlineTest {

    @Test
    void searchesOfOneOperationHaveOneAndThoseOfAnotherTheirOwn() {
        GraphQLContext operation = GraphQLContext.newContext().build();
        SearchDeadline first = SearchDeadline.of(field(operation), Duration.ofSeconds(5));
        SearchDeadline alias = SearchDeadline.of(field(operation), Duration.ofSeconds(5));
        SearchDeadline other =
                SearchDeadline.of(field(GraphQLContext.newContext().build()), Duration.ofSeconds(5));

        assertThat(alias).isSameAs(first);
        assertThat(other).isNotSameAs(first);
        assertThat(first.millisLeft()).isBetween(1L, 5_000L);
    }

    @Test
    void noTimeIsNotOneMillisecond() {
        assertThatThrownBy(() -> SearchDeadline.in(Duration.ZERO).millisLeft())
                .isInstanceOf(RequestFailure.class)
                .hasMessageContaining("takes too long");
    }

    private static Context field(GraphQLContext operation) {
        DataFetchingEnvironment environment = DataFetchingEnvironmentImpl.newDataFetchingEnvironment()
                .graphQLContext(operation)
                .build();
        return (Context) Proxy.newProxyInstance(
                SearchDeadlineTest.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> environment);
    }
}
