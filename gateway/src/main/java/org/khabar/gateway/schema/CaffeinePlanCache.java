package org.khabar.gateway.schema;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Supplier;
import org.khabar.gateway.plan.PlanCache;
import org.khabar.gateway.plan.PlanKey;
import org.khabar.gateway.plan.QueryPlan;

/** Keeps a bounded number of plans. */
final class CaffeinePlanCache implements PlanCache {
    private final Cache<PlanKey, QueryPlan> plans;

    CaffeinePlanCache(int size) {
        this.plans = Caffeine.newBuilder().maximumSize(size).build();
    }

    @Override
    public Optional<QueryPlan> find(PlanKey key) {
        return Optional.ofNullable(plans.getIfPresent(key));
    }

    @Override
    public QueryPlan get(PlanKey key, Supplier<QueryPlan> made) {
        return plans.get(key, _ -> made.get());
    }
}
