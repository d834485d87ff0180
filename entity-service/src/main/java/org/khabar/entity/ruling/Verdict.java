package org.khabar.entity.ruling;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a stretch.
 *
 * @param meant the entity that it means; null when that is for the linker to say
 * @param rejected entities that it does not mean
 */
public record Verdict(@Nullable UUID meant, Set<UUID> rejected) {

    /** The linker decides. */
    public static final Verdict NONE = new Verdict(null, Set.of());

    public Verdict {
        rejected = Set.copyOf(rejected);
    }

    /** What comes of decisions, in their order; those that were undone are left out by the caller. */
    static Verdict of(List<Decision> decisions) {
        Verdict verdict = NONE;
        for (Decision decision : decisions) {
            verdict = verdict.after(decision);
        }
        return verdict;
    }

    /** A later decision about an entity takes the place of an earlier one about the same. */
    private Verdict after(Decision decision) {
        Set<UUID> others = new HashSet<>(rejected);
        return switch (decision.kind()) {
            case CONFIRMED -> meaning(Objects.requireNonNull(decision.entity()), others);
            case REASSIGNED -> {
                if (decision.former() != null) {
                    others.add(decision.former());
                }
                yield meaning(Objects.requireNonNull(decision.entity()), others);
            }
            case REJECTED -> {
                UUID entity = Objects.requireNonNull(decision.entity());
                others.add(entity);
                yield new Verdict(entity.equals(meant) ? null : meant, others);
            }
            case UNDONE -> this;
        };
    }

    private static Verdict meaning(UUID entity, Set<UUID> rejected) {
        rejected.remove(entity);
        return new Verdict(entity, rejected);
    }

    /** Whether it keeps the linker from anything. */
    public boolean inForce() {
        return meant != null || !rejected.isEmpty();
    }

    /** Whether the entity must not be linked there. */
    public boolean excludes(UUID entity) {
        return meant == null ? rejected.contains(entity) : !entity.equals(meant);
    }
}
