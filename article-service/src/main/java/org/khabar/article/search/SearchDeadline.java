package org.khabar.article.search;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import java.time.Duration;
import java.util.Objects;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;

/**
 * When all searching of one request must be over: pages, counts, facets, highlights and suggestions, of all searches that
 * the request asks for.
 */
final class SearchDeadline {

    private final long end;

    private SearchDeadline(long end) {
        this.end = end;
    }

    static SearchDeadline in(Duration time) {
        return new SearchDeadline(System.nanoTime() + time.toNanos());
    }

    /** That of a GraphQL operation; the time begins with its first search. */
    static SearchDeadline of(Context operation, Duration time) {
        SearchDeadline deadline = operation
                .unwrap(DataFetchingEnvironment.class)
                .getGraphQlContext()
                .computeIfAbsent(SearchDeadline.class, first -> in(time));
        return Objects.requireNonNull(deadline);
    }

    /**
     * How many milliseconds are left, one at least.
     *
     * @throws RequestFailure when none are
     */
    long millisLeft() {
        long left = end - System.nanoTime();
        if (left <= 0) {
            throw passed();
        }
        return Math.max(1, Duration.ofNanos(left).toMillis());
    }

    static RequestFailure passed() {
        return new RequestFailure(
                ErrorCode.TIMEOUT, 400, "The search takes too long; narrow it by more words or by time.", null);
    }
}
