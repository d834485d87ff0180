package org.khabar.entity.graph;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.graphql.api.Nullable;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;
import org.khabar.entity.budget.CurrentBudget;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.paging.PageArguments;
import org.khabar.entity.paging.PageRequest;
import org.khabar.entity.paging.PagingConfig;
import org.khabar.entity.sibling.Siblings;
import org.khabar.entity.tagging.EntityType;

/** What the archive says of entities, over GraphQL. Days are of the time of publication in UTC. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"reader", "editor", "moderator", "partner", "admin", "service"})
public class GraphApi {

    private static final int DEFAULT_BUCKETS = 30;

    private final GraphReader reader;
    private final PagingConfig paging;
    private final GraphConfig config;
    private final CurrentBudget budget;

    GraphApi(GraphReader reader, PagingConfig paging, GraphConfig config, CurrentBudget budget) {
        this.reader = reader;
        this.paging = paging;
        this.config = config;
        this.budget = budget;
    }

    private record CoMentionQuery(
            CoMentionOrder order, Months months, Set<EntityType> types, PageRequest<RankPosition> page) {}

    private record TimelineQuery(Timeline timeline, Set<String> outlets) {}

    private enum Appearances {
        FIRST,
        LATEST
    }

    @Description("The entities that articles mention together with this one, the most significant first.")
    public @NonNull CoMentionConnection coMentioned(
            @Source EntityNode entity,
            @Nullable @Description("By what they are ordered; SIGNIFICANCE when not given.") CoMentionOrder orderBy,
            @Nullable @Description("Of articles published in the month of this day, or later.") LocalDate from,
            @Nullable @Description("Of articles published in the month of this day, or earlier.") LocalDate to,
            @Nullable List<@NonNull EntityType> types,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {
        CoMentionQuery query = new CoMentionQuery(
                orderBy == null ? CoMentionOrder.SIGNIFICANCE : orderBy,
                Months.of(from, to),
                setOf(types),
                page(first, after, last, before, CoMention.CURSOR));
        Siblings<UUID> siblings = entity.item().siblings();
        return Objects.requireNonNull(siblings.share(
                        query,
                        entities -> reader.listCoMentions(
                                entities, query.order(), query.months(), query.types(), query.page(), budget.get()))
                .get(entity.item().id()));
    }

    @Description("How much was written of the entity, by day, week or month, without gaps.")
    public @NonNull List<@NonNull TimelineBucket> timeline(
            @Source EntityNode entity,
            @NonNull TimelineInterval interval,
            @Nullable @Description("A day of the first bucket; 29 buckets before the last when not given.")
                    LocalDate from,
            @Nullable @Description("A day of the last bucket; today when not given.") LocalDate to,
            @Nullable @Description("Outlet codes, any of which fits.") List<@NonNull String> outlets) {
        LocalDate last = to == null ? today() : Months.checked("to", to);
        LocalDate start = from == null ? interval.plus(last, -(DEFAULT_BUCKETS - 1)) : Months.checked("from", from);
        TimelineQuery query =
                new TimelineQuery(Timeline.of(interval, start, last, config.maxBuckets()), setOf(outlets));
        Siblings<UUID> siblings = entity.item().siblings();
        return Objects.requireNonNull(siblings.share(
                        query,
                        entities -> reader.listTimelines(entities, query.timeline(), query.outlets(), budget.get()))
                .get(entity.item().id()));
    }

    @Nullable
    @Description("The earliest article that mentions the entity; null when none does.")
    public EntityAppearance firstMention(@Source EntityNode entity) {
        return appearance(entity, Appearances.FIRST);
    }

    @Nullable
    @Description("The latest article that mentions the entity; null when none does.")
    public EntityAppearance latestMention(@Source EntityNode entity) {
        return appearance(entity, Appearances.LATEST);
    }

    private @org.jspecify.annotations.Nullable EntityAppearance appearance(EntityNode entity, Appearances which) {
        return entity.item()
                .siblings()
                .share(which, entities -> reader.listAppearances(entities, which == Appearances.LATEST))
                .get(entity.item().id());
    }

    @Query
    @Description("The entities that are in the news more than their own past lets expect, the furthest above it first.")
    public @NonNull TrendingEntityConnection trendingEntities(
            @Nullable @Description("How long a time is looked at; DAY when not given.") TrendWindow window,
            @Nullable @Description("The last day of that time; today when not given.") LocalDate day,
            @Nullable List<@NonNull EntityType> types,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before) {
        LocalDate lastDay = day == null ? today() : Months.checked("day", day);
        return reader.listTrending(
                window == null ? TrendWindow.DAY : window,
                lastDay.plusDays(1),
                setOf(types),
                page(first, after, last, before, Trend.CURSOR));
    }

    private PageRequest<RankPosition> page(
            @org.jspecify.annotations.Nullable Integer first,
            @org.jspecify.annotations.Nullable String after,
            @org.jspecify.annotations.Nullable Integer last,
            @org.jspecify.annotations.Nullable String before,
            String kind) {
        return PageRequest.of(
                new PageArguments(first, after, last, before), paging, cursor -> RankPosition.of(cursor, kind));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static <T> Set<T> setOf(@org.jspecify.annotations.Nullable List<T> values) {
        return values == null ? Set.of() : Set.copyOf(values);
    }
}
