package org.khabar.entity.tagging;

/** What kind of name an alias is; decides when it may stand for its entity. */
public enum AliasType {
    /** A full name or a spelling of it; links by itself. */
    NAME,
    /** Initials or a name made of them; links by itself, in Latin script only with the same case. */
    ACRONYM,
    /** A surname or short form; links next to a fitting title or after the entity was named in full. */
    SHORT,
    /** A loaded or figurative phrase that some outlets use; links, never shown as the entity's name. */
    EPITHET,
    /** A nationality adjective; never a mention. */
    DEMONYM
}
