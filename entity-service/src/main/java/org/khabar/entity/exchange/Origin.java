package org.khabar.entity.exchange;

/** Who has said something of an entity: that source may take it back. */
enum Origin {
    CATALOGUE,
    OPERATOR,
    WIKIDATA
}
