package org.khabar.entity.editing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.relation.Relation;
import org.khabar.entity.tagging.EntityType;

/** Checks a relation against the entity that it is to. */
final class RelationTargets {

    private RelationTargets() {}

    /**
     * The relation, to the entity that stands for its target.
     *
     * @param target null when there is none
     * @throws RequestFailure when it cannot be
     */
    static Relation checked(Relation relation, UUID entity, EntityType type, @Nullable EntityHead target) {
        if (target == null) {
            throw RequestFailure.notFound("A relation is to %s; there is no such entity.".formatted(relation.target()));
        }
        UUID now = target.mergedInto() == null ? target.id() : target.mergedInto();
        if (now.equals(entity)) {
            throw RequestFailure.badInput("A relation %s is to the entity itself.".formatted(relation.kind()));
        }
        if (!relation.kind().allows(type, target.type())) {
            throw RequestFailure.badInput(
                    "A relation %s is from %s to %s, which cannot be.".formatted(relation.kind(), type, target.type()));
        }
        return new Relation(relation.kind(), now, relation.title(), relation.from(), relation.until());
    }
}
