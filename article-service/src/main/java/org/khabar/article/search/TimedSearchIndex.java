package org.khabar.article.search;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.khabar.article.search.query.SearchQuery;

/** Tells operators how long searches take, by what is looked up; those that are broken off too. */
@Decorator
@Priority(1)
class TimedSearchIndex implements SearchIndex {

    private final SearchIndex index;
    private final MeterRegistry registry;

    @Inject
    TimedSearchIndex(@Delegate SearchIndex index, MeterRegistry registry) {
        this.index = index;
        this.registry = registry;
    }

    @Override
    public void index(List<SearchDocument> documents) {
        index.index(documents);
    }

    @Override
    public List<SearchPosition> search(SearchRequest request) {
        return timed("page", () -> index.search(request));
    }

    @Override
    public MatchSample sample(SearchRequest request) {
        return timed("matches", () -> index.sample(request));
    }

    @Override
    public List<FacetCount> countEntities(MatchSample sample, int first, SearchDeadline deadline) {
        return timed("entities", () -> index.countEntities(sample, first, deadline));
    }

    @Override
    public List<FacetCount> countSubjects(MatchSample sample, int first, SearchDeadline deadline) {
        return timed("subjects", () -> index.countSubjects(sample, first, deadline));
    }

    @Override
    public Optional<String> suggest(SearchQuery query, SearchDeadline deadline) {
        return timed("suggestion", () -> index.suggest(query, deadline));
    }

    private <T> T timed(String part, Supplier<T> reading) {
        Timer.Sample sample = Timer.start(registry);
        try {
            return reading.get();
        } finally {
            sample.stop(Timer.builder("khabar.article.search.time")
                    .tag("part", part)
                    .publishPercentileHistogram()
                    .register(registry));
        }
    }
}
