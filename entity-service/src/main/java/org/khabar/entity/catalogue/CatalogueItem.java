package org.khabar.entity.catalogue;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.sibling.Siblings;
import org.khabar.entity.tagging.EntityType;

/**
 * What the five types of entities have in common.
 *
 * @param id the entity's id
 * @param type what it is
 * @param country ISO 3166-1 alpha-2 code of the country that it is or belongs to
 * @param version from 1, one more with each edit
 * @param hidden whether readers may not see it
 * @param siblings the entities that one step of the query found together with it
 */
public record CatalogueItem(
        UUID id, EntityType type, @Nullable String country, int version, boolean hidden, Siblings<UUID> siblings) {

    public CatalogueItem {
        Objects.requireNonNull(id);
        Objects.requireNonNull(type);
        Objects.requireNonNull(siblings);
    }

    static CatalogueItem of(EntityRow row, Siblings<UUID> siblings) {
        return new CatalogueItem(row.id, row.type, row.country, row.version, row.hidden, siblings);
    }

    /** The same entity, as if it had been found by itself: what is read for it is read for it alone. */
    public EntityNode apart() {
        return new CatalogueItem(id, type, country, version, hidden, new Siblings<>(Set.of(id))).toNode();
    }

    EntityNode toNode() {
        return switch (type) {
            case PERSON -> new PersonNode(this);
            case ORGANIZATION -> new OrganizationNode(this);
            case PLACE -> new PlaceNode(this);
            case EVENT -> new EventNode(this);
            case WORK -> new WorkNode(this);
        };
    }
}
