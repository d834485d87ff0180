package org.khabar.gateway.plan;

import java.util.HashSet;
import java.util.Set;

/**
 * What a search must keep away from.
 *
 * @param consumers fetches that will wait for what is looked for; nothing that waits for them may be used
 * @param fields fields whose requirements are being looked for
 */
record Search(Set<FetchGroup> consumers, Set<PlanField> fields) {
    static final Search FREE = new Search(Set.of(), Set.of());

    boolean allows(FetchGroup group) {
        return consumers.stream().noneMatch(group::needs);
    }

    boolean isFree() {
        return consumers.isEmpty() && fields.isEmpty();
    }

    Search forConsumer(FetchGroup group) {
        Set<FetchGroup> more = new HashSet<>(consumers);
        more.add(group);
        return new Search(more, fields);
    }

    Search forField(PlanField field) {
        Set<PlanField> more = new HashSet<>(fields);
        more.add(field);
        return new Search(consumers, more);
    }
}
