package org.khabar.entity.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.khabar.entity.relation.RelationClaims;

/** Cuts lines into parts that can be written together: no two that name one entity alike, and a merge alone. */
final class EntryParts {

    private EntryParts() {}

    static List<List<Entry>> of(List<Entry> entries) {
        List<List<Entry>> parts = new ArrayList<>();
        List<Entry> part = new ArrayList<>();
        Set<Object> names = new HashSet<>();
        for (Entry entry : entries) {
            Set<Object> own = names(entry);
            boolean isMerge = isMerge(entry);
            boolean goesOn = !isMerge && own.stream().noneMatch(names::contains);
            if (!part.isEmpty() && (!goesOn || isMerge(part.getFirst()))) {
                parts.add(part);
                part = new ArrayList<>();
                names = new HashSet<>();
            }
            part.add(entry);
            names.addAll(own);
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    static boolean isMerge(Entry entry) {
        EntityLine line = entry.entity();
        return line != null && line.isMerge();
    }

    private static Set<Object> names(Entry entry) {
        EntityLine line = entry.entity();
        Set<Object> names = new HashSet<>();
        if (line == null) {
            return names;
        }
        if (line.id() != null) {
            names.add(RelationClaims.ofId(line.id()));
        }
        names.addAll(line.keys());
        if (line.externalIds() != null) {
            line.externalIds().forEach(id -> names.add(List.of(id.scheme(), id.value())));
        }
        return names;
    }
}
