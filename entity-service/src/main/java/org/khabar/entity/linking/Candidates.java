package org.khabar.entity.linking;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.Occurrence;

/**
 * The entities that an occurrence may mean, each with its strongest alias.
 *
 * @param strong those that it names by a NAME, an ACRONYM or an EPITHET
 * @param weak those that it names by a SHORT form only
 * @param demonym whether it is an adjective of nationality as well
 */
record Candidates(Map<UUID, AliasEntry> strong, Map<UUID, AliasEntry> weak, boolean demonym) {

    static Candidates of(Occurrence occurrence) {
        Map<UUID, AliasEntry> strong = new LinkedHashMap<>();
        Map<UUID, AliasEntry> weak = new LinkedHashMap<>();
        List<AliasEntry> strongestFirst = occurrence.aliases().stream()
                .sorted(Comparator.comparing(AliasEntry::type))
                .toList();
        for (AliasEntry alias : strongestFirst) {
            if (isStrong(alias.type())) {
                strong.putIfAbsent(alias.entity(), alias);
            } else if (alias.type() == AliasType.SHORT && !strong.containsKey(alias.entity())) {
                weak.putIfAbsent(alias.entity(), alias);
            }
        }
        strong.keySet().forEach(weak::remove);
        boolean demonym = strongestFirst.stream().anyMatch(alias -> alias.type() == AliasType.DEMONYM);
        return new Candidates(strong, weak, demonym);
    }

    /** The one that is meant whatever the article says, if there is just one. */
    Collection<AliasEntry> unambiguous() {
        return strong.size() == 1 ? strong.values() : List.of();
    }

    private static boolean isStrong(AliasType type) {
        return switch (type) {
            case NAME, ACRONYM, EPITHET -> true;
            case SHORT, DEMONYM -> false;
        };
    }
}
