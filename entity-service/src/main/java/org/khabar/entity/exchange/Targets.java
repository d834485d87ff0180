package org.khabar.entity.exchange;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.relation.RelationClaims;
import org.khabar.entity.tagging.EntityType;

/**
 * The entities that lines name.
 *
 * @param byId those that have an id, and for those that were merged the ones that stand for them
 * @param byKey those that have a key, likewise
 * @param coming types of entities that come with the same lines, by {@link RelationClaims#ofId} and by key
 */
record Targets(Map<UUID, Target> byId, Map<String, Target> byKey, Map<String, EntityType> coming) {

    Targets {
        byId = Map.copyOf(byId);
        byKey = Map.copyOf(byKey);
        coming = Map.copyOf(coming);
    }

    /** An entity that is there. */
    record Target(UUID id, EntityType type, int version) {}

    Optional<Target> find(EntityReference reference) {
        Target known = reference.id() == null ? null : byId.get(reference.id());
        if (known == null && reference.key() != null) {
            known = byKey.get(reference.key());
        }
        return Optional.ofNullable(known);
    }

    /** What the entity is of, when that can be known. */
    Optional<EntityType> findType(EntityReference reference) {
        return find(reference).map(Target::type).or(() -> Optional.ofNullable(comingType(reference)));
    }

    private @Nullable EntityType comingType(EntityReference reference) {
        EntityType type = reference.id() == null ? null : coming.get(RelationClaims.ofId(reference.id()));
        return type == null && reference.key() != null ? coming.get(reference.key()) : type;
    }

    /** What knows the entity, now or when it comes: one text for one entity. */
    String name(EntityReference reference) {
        return find(reference).map(target -> RelationClaims.ofId(target.id())).orElseGet(() -> waitingName(reference));
    }

    private static String waitingName(EntityReference reference) {
        return reference.key() != null ? reference.key() : RelationClaims.ofId(Objects.requireNonNull(reference.id()));
    }
}
