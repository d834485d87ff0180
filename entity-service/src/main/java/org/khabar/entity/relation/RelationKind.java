package org.khabar.entity.relation;

import java.util.EnumSet;
import java.util.Set;
import org.khabar.entity.tagging.EntityType;

/** How an entity can stand to another one. */
public enum RelationKind {
    /** A person to a country. */
    CITIZEN_OF(EnumSet.of(EntityType.PERSON), EnumSet.of(EntityType.PLACE)),
    /** A person or an organization to an organization. */
    MEMBER_OF(EnumSet.of(EntityType.PERSON, EntityType.ORGANIZATION), EnumSet.of(EntityType.ORGANIZATION)),
    /** A person to the organization or place that the office is of; has a title. */
    HOLDS_OFFICE(EnumSet.of(EntityType.PERSON), EnumSet.of(EntityType.ORGANIZATION, EntityType.PLACE)),
    /** Whatever has a place, to it. */
    LOCATED_IN(EnumSet.of(EntityType.ORGANIZATION, EntityType.PLACE, EntityType.EVENT), EnumSet.of(EntityType.PLACE)),
    /** An entity to a greater one of its type. */
    PART_OF(EnumSet.complementOf(EnumSet.of(EntityType.PERSON)), EnumSet.complementOf(EnumSet.of(EntityType.PERSON)));

    private final Set<EntityType> from;
    private final Set<EntityType> to;

    RelationKind(Set<EntityType> from, Set<EntityType> to) {
        this.from = Set.copyOf(from);
        this.to = Set.copyOf(to);
    }

    /** Whether an entity of one type can stand so to one of the other. */
    public boolean allows(EntityType entity, EntityType target) {
        return from.contains(entity) && to.contains(target) && (this != PART_OF || entity == target);
    }
}
