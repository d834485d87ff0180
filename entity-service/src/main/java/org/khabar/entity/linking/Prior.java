package org.khabar.entity.linking;

import java.util.UUID;

/** What is known beforehand of a name and an entity, whatever an article says. */
@FunctionalInterface
public interface Prior {

    /** Nothing is known. */
    Prior NONE = (surface, entity) -> 0;

    /**
     * A natural logarithm of odds, above 0 for the entity; 0 when nothing is known.
     *
     * @param surface the name as it stands in the text
     */
    double weight(String surface, UUID entity);
}
