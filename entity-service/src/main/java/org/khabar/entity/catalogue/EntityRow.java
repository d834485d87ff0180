package org.khabar.entity.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.EntityType;

/** An entity of the catalogue; its names and ids are rows of their own. */
@Entity
@Immutable
@Table(name = "entity")
class EntityRow {

    @Id
    UUID id;

    @Column
    @Enumerated(EnumType.STRING)
    EntityType type;

    @Nullable
    String country;

    int version;

    /** Whether readers may not see it. */
    boolean hidden;

    /** The entity that stands for it; null for one that stands for itself. */
    @Column(name = "merged_into")
    @Nullable
    UUID mergedInto;
}
