package org.khabar.entity.catalogue;

import java.util.UUID;

/**
 * A date in the life of an entity.
 *
 * @param property what happened
 * @param value as precise as it is known, as ISO 8601 writes it: 1963, 1963-08 or 1963-08-21
 */
record EntityDate(UUID entity, String property, String value) {

    static final String BIRTH = "BIRTH";
    static final String DEATH = "DEATH";
    static final String FOUNDATION = "FOUNDATION";
}
