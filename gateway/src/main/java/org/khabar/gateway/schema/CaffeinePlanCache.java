package org.khabar.gateway.schema;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.khabar.gateway.plan.PlanCache;
import org.khabar.gateway.plan.PlanKey;
import org.khabar.gateway.plan.PlanWeight;
import org.khabar.gateway.plan.QueryPlan;

/** Keeps plans up to a weight. */
final class CaffeinePlanCache implements PlanCache {
    private final Cache<PlanKey, QueryPlan> plans;
    private final ServingObserver observer;

    CaffeinePlanCache(long maxWeight, ServingObserver observer) {
        this.plans = Caffeine.newBuilder()
                .maximumWeight(maxWeight)
                .<PlanKey, QueryPlan>weigher((_, plan) -> PlanWeight.of(plan))
                .build();
        this.observer = observer;
    }

    @Override
    public Optional<QueryPlan> find(PlanKey key) {
        Optional<QueryPlan> present = Optional.ofNullable(plans.getIfPresent(key));
        present.ifPresent(_ -> observer.planFound());
        return present;
    }

    @Override
    public QueryPlan get(PlanKey key, Supplier<QueryPlan> made) {
        return find(key).orElseGet(() -> plans.get(key, _ -> make(made)));
    }

    private QueryPlan make(Supplier<QueryPlan> made) {
        long start = System.nanoTime();
        QueryPlan plan = made.get();
        observer.planMade(Duration.ofNanos(System.nanoTime() - start));
        return plan;
    }

    @Override
    public long size() {
        return plans.estimatedSize();
    }
}
