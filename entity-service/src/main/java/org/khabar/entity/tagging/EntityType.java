package org.khabar.entity.tagging;

/** What kind of thing an entity is. */
public enum EntityType {
    PERSON,
    ORGANIZATION,
    PLACE,
    EVENT,
    WORK
}
