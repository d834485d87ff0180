package org.khabar.gateway.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The root fields of a mutation in the order in which they run. A field that is mentioned several times runs where it
 * is first mentioned under a condition that holds (GraphQL spec, CollectFields), so it may have several turns, of which
 * only one can come.
 */
final class MutationTurns {
    private static final int MAX_GUARDS = 100;

    private MutationTurns() {}

    static List<ClientField> of(Collection<ClientField> fields) {
        List<Turn> turns = new ArrayList<>();
        fields.forEach(field -> add(turns, field));
        turns.sort(Comparator.comparingInt(Turn::position));
        return turns.stream().map(Turn::field).toList();
    }

    private static void add(List<Turn> turns, ClientField field) {
        List<ClientField.Appearance> mentions = field.appearances();
        if (mentions.size() == 1) {
            turns.add(new Turn(mentions.getFirst().position(), field));
            return;
        }
        for (int i = 0; i < mentions.size(); i++) {
            ClientField.Appearance mention = mentions.get(i);
            Set<Guard> guards = without(mention.guard(), mentions.subList(0, i));
            if (!guards.isEmpty()) {
                turns.add(new Turn(mention.position(), field.turn(mention.position(), guards)));
            }
        }
    }

    /** When the guard holds and none of the earlier mentions counts. */
    private static Set<Guard> without(Guard guard, List<ClientField.Appearance> earlier) {
        Set<Guard> left = new LinkedHashSet<>(Set.of(guard));
        for (ClientField.Appearance mention : earlier) {
            Set<Guard> fewer = new LinkedHashSet<>();
            left.forEach(one -> fewer.addAll(without(one, mention.guard())));
            if (fewer.size() > MAX_GUARDS) {
                throw PlanningException.tooLarge(MAX_GUARDS);
            }
            left = fewer;
        }
        return left;
    }

    private static List<Guard> without(Guard guard, Guard other) {
        List<Guard> parts = new ArrayList<>();
        for (Map.Entry<String, Boolean> variable : other.wanted().entrySet()) {
            guard.and(variable.getKey(), !variable.getValue()).ifPresent(parts::add);
        }
        return parts;
    }

    private record Turn(int position, ClientField field) {}
}
