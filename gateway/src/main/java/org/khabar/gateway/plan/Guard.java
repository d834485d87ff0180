package org.khabar.gateway.plan;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Variables that must all have a value for a selection to count ({@code @skip} and {@code @include} on the way to it).
 *
 * @param wanted the value that each variable must have
 */
public record Guard(Map<String, Boolean> wanted) {
    static final Guard NONE = new Guard(Map.of());

    public Guard {
        wanted = Collections.unmodifiableMap(new TreeMap<>(wanted));
    }

    /** This and one variable more; empty when that contradicts. */
    Optional<Guard> and(String variable, boolean value) {
        Boolean present = wanted.get(variable);
        if (present != null) {
            return present == value ? Optional.of(this) : Optional.empty();
        }
        Map<String, Boolean> more = new TreeMap<>(wanted);
        more.put(variable, value);
        return Optional.of(new Guard(more));
    }

    boolean implies(Guard other) {
        return other.wanted.size() <= wanted.size() && wanted.entrySet().containsAll(other.wanted.entrySet());
    }

    Guard without(Guard known) {
        Map<String, Boolean> rest = new TreeMap<>(wanted);
        rest.entrySet().removeAll(known.wanted.entrySet());
        return new Guard(rest);
    }

    boolean holds(Predicate<String> variables) {
        for (Map.Entry<String, Boolean> entry : wanted.entrySet()) {
            if (variables.test(entry.getKey()) != entry.getValue()) {
                return false;
            }
        }
        return true;
    }
}
