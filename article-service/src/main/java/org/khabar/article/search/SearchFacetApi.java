package org.khabar.article.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.outlet.OutletNode;
import org.khabar.article.outlet.OutletRegistry;

/** The facets of a search over GraphQL. Most are counted in memory, of one reading. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class SearchFacetApi {

    private static final int DEFAULT_VALUES = 10;

    private final SearchIndex index;
    private final OutletRegistry outlets;
    private final SearchConfig config;

    SearchFacetApi(SearchIndex index, OutletRegistry outlets, SearchConfig config) {
        this.index = index;
        this.outlets = outlets;
        this.config = config;
    }

    @Description("The outlets of most articles that match; the first ten by default.")
    public @NonNull List<@NonNull OutletCount> outlets(@Source SearchFacets facets, @Nullable Integer first) {
        return facets.matched().counts(article -> article.outletId().toString(), checked(first)).stream()
                .map(count ->
                        new OutletCount(OutletNode.of(outlets.getById(UUID.fromString(count.value()))), count.count()))
                .toList();
    }

    public @NonNull List<@NonNull FacetCount> languages(@Source SearchFacets facets) {
        return facets.matched().counts(MatchedArticle::language, config.maxFacetValues());
    }

    public @NonNull List<@NonNull FacetCount> kinds(@Source SearchFacets facets) {
        return facets.matched().counts(MatchedArticle::kind, config.maxFacetValues());
    }

    @Description("The subjects of most articles that match; of an even sample of 2,000 where they are more.")
    public @NonNull List<@NonNull FacetCount> subjects(@Source SearchFacets facets, @Nullable Integer first) {
        return index.countSubjects(
                facets.matched(), checked(first), facets.matches().deadline());
    }

    @Description("The entities that most articles name that match; of an even sample of 2,000 where they are more.")
    public @NonNull List<@NonNull EntityCount> entities(@Source SearchFacets facets, @Nullable Integer first) {
        return index
                .countEntities(
                        facets.matched(), checked(first), facets.matches().deadline())
                .stream()
                .map(count -> new EntityCount(count.value(), count.count()))
                .toList();
    }

    @Description("When the articles that match were published; stretches with none are left out.")
    public @NonNull List<@NonNull TimeCount> histogram(
            @Source SearchFacets facets,
            @NonNull SearchInterval interval,
            @Nullable @Description("IANA time zone by whose calendar it is counted; UTC by default.") String timeZone) {
        ZoneId zone = zone(timeZone);
        Map<Instant, Long> counts = facets.matched().articles().stream()
                .collect(Collectors.groupingBy(
                        article -> interval.startOf(article.publishedAt(), zone), TreeMap::new, Collectors.counting()));
        if (counts.size() > config.maxFacetValues()) {
            throw RequestFailure.limitExceeded(
                    "The histogram has %d columns; the limit is %d. Ask for longer intervals."
                            .formatted(counts.size(), config.maxFacetValues()));
        }
        return counts.entrySet().stream()
                .map(entry -> new TimeCount(
                        entry.getKey(),
                        FacetCount.scaled(entry.getValue(), facets.matched().factor())))
                .toList();
    }

    private int checked(@Nullable Integer asked) {
        int first = asked == null ? DEFAULT_VALUES : asked;
        if (first < 0) {
            throw RequestFailure.badInput("first is %d; it cannot be negative.".formatted(first));
        }
        if (first > config.maxFacetValues()) {
            throw RequestFailure.limitExceeded(
                    "first is %d; the limit is %d.".formatted(first, config.maxFacetValues()));
        }
        return first;
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw RequestFailure.badInput("timeZone is no time zone.");
        }
    }
}
