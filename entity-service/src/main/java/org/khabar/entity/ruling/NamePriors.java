package org.khabar.entity.ruling;

import java.util.Map;
import java.util.UUID;

/**
 * What editors' decisions say about names.
 *
 * @param weights natural logarithms of odds, by surface and entity; none where they say nothing
 */
public record NamePriors(Map<String, Map<UUID, Double>> weights) {

    /** Nothing is said. */
    public static final NamePriors NONE = new NamePriors(Map.of());

    private static final double STEPS_PER_UNIT = 2;

    public NamePriors {
        weights = Map.copyOf(weights);
    }

    /** What they say for the entity where the surface stands; below 0 against it. */
    public double weight(String surface, UUID entity) {
        return weights.getOrDefault(surface, Map.of()).getOrDefault(entity, 0.0);
    }

    /** The weight in halves: articles are linked again when it is another one, not for every decision. */
    long step(String surface, UUID entity) {
        return Math.round(weight(surface, entity) * STEPS_PER_UNIT);
    }
}
