package org.khabar.entity.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The description of an entity in one language. */
@Entity
@Immutable
@Table(name = "entity_description")
class DescriptionRow {

    @Id
    long id;

    @Column(name = "entity_id")
    UUID entityId;

    @Column
    String language;

    @Column
    String text;
}
