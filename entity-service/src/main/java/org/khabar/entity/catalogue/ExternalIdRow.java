package org.khabar.entity.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What another register calls an entity. */
@Entity
@Immutable
@Table(name = "entity_external_id")
class ExternalIdRow {

    @Id
    long id;

    @Column(name = "entity_id")
    UUID entityId;

    @Column
    String scheme;

    @Column
    String value;
}
