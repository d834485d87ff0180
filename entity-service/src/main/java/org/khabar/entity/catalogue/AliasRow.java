package org.khabar.entity.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.khabar.entity.tagging.AliasType;

/** An alias of an entity, with the key that searches compare. */
@Entity
@Immutable
@Table(name = "entity_alias")
class AliasRow {

    @Id
    long id;

    @Column(name = "entity_id")
    UUID entityId;

    @Column
    String language;

    @Column
    @Enumerated(EnumType.STRING)
    AliasType type;

    @Column
    String text;

    @Column(name = "search_key")
    String searchKey;

    /** Codes of countries with a blank between them; empty when the alias needs no support. */
    @Column
    String support;

    boolean retired;

    /** The codes of a {@link #support}. */
    static Set<String> countries(String support) {
        return support.isEmpty() ? Set.of() : Set.of(support.split(" ", -1));
    }
}
