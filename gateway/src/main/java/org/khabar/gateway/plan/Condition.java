package org.khabar.gateway.plan;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * When a selection counts: when any of its guards holds. Several guards come from the same field selected twice.
 *
 * @param guards the alternatives
 */
public record Condition(Set<Guard> guards) {
    /** No condition. */
    public static final Condition ALWAYS = new Condition(Set.of(Guard.NONE));

    static final Condition NEVER = new Condition(Set.of());

    public Condition {
        guards = Collections.unmodifiableSet(new LinkedHashSet<>(guards));
    }

    static Condition of(Guard guard) {
        return guard.equals(Guard.NONE) ? ALWAYS : new Condition(Set.of(guard));
    }

    /** Whether it holds whatever the variables are. */
    public boolean isAlways() {
        return this == ALWAYS || guards.contains(Guard.NONE);
    }

    /**
     * Whether it holds.
     *
     * @param variables tells whether a Boolean variable is true
     */
    public boolean holds(Predicate<String> variables) {
        if (this == ALWAYS || this == NEVER) {
            return this == ALWAYS;
        }
        for (Guard guard : guards) {
            if (guard.holds(variables)) {
                return true;
            }
        }
        return false;
    }

    Condition or(Condition other) {
        if (isAlways() || other.isAlways()) {
            return ALWAYS;
        }
        Set<Guard> all = new LinkedHashSet<>(guards);
        other.guards.forEach(guard -> add(all, guard));
        return all.equals(guards) ? this : new Condition(all);
    }

    private static void add(Set<Guard> guards, Guard more) {
        if (!guards.contains(more) && guards.stream().noneMatch(more::implies)) {
            guards.removeIf(guard -> guard.implies(more));
            guards.add(more);
        }
    }

    /** What is left to check where {@code outer} is known to hold. */
    Condition within(Condition outer) {
        if (isAlways() || outer.isAlways() || outer.guards.size() != 1) {
            return isAlways() ? ALWAYS : this;
        }
        Guard known = outer.guards.iterator().next();
        Set<Guard> rest = new LinkedHashSet<>();
        guards.forEach(guard -> rest.add(guard.without(known)));
        return rest.contains(Guard.NONE) ? ALWAYS : new Condition(rest);
    }
}
