package org.khabar.entity.editing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.relation.Relation;
import org.khabar.entity.tagging.AliasType;

/**
 * What an entity says of itself: all that editors can change.
 *
 * @param country ISO 3166-1 alpha-2 code; empty for none
 * @param names display names by language; each is among the aliases
 * @param descriptions by language
 */
record EntityContent(
        String country,
        SortedMap<String, String> names,
        SortedMap<String, String> descriptions,
        SortedSet<Alias> aliases,
        SortedSet<ExternalId> externalIds,
        SortedSet<Relation> relations) {

    /** An entity without anything. */
    static final EntityContent NOTHING =
            new EntityContent("", new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());

    EntityContent {
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        descriptions = Collections.unmodifiableSortedMap(new TreeMap<>(descriptions));
        SortedSet<Alias> all = new TreeSet<>(aliases);
        addNames(names, all);
        aliases = Collections.unmodifiableSortedSet(all);
        externalIds = Collections.unmodifiableSortedSet(new TreeSet<>(externalIds));
        relations = Collections.unmodifiableSortedSet(new TreeSet<>(relations));
    }

    /** A display name that is an alias of any type need not be one that links by itself. */
    private static void addNames(Map<String, String> names, SortedSet<Alias> aliases) {
        names.forEach((language, name) -> {
            boolean known = aliases.stream()
                    .anyMatch(alias ->
                            alias.language().equals(language) && alias.text().equals(name));
            if (!known) {
                aliases.add(new Alias(language, AliasType.NAME, name));
            }
        });
    }

    /** The aliases that only one of the two has. */
    Set<Alias> aliasesThatDiffer(EntityContent other) {
        Set<Alias> differing = new TreeSet<>(minus(aliases, other.aliases));
        differing.addAll(minus(other.aliases, aliases));
        return differing;
    }

    /** What has to be done to make this that. */
    List<EntityChange> changesTo(EntityContent after) {
        List<EntityChange> changes = new ArrayList<>();
        Map<String, List<String>> linesAfter = after.lines();
        lines().forEach((field, lines) -> {
            List<String> then = linesAfter.getOrDefault(field, List.of());
            EntityChange change = new EntityChange(field, minus(lines, then), minus(then, lines));
            if (!change.isNothing()) {
                changes.add(change);
            }
        });
        return changes;
    }

    /** All that it says, in words, by field of Entity. */
    private Map<String, List<String>> lines() {
        return new TreeMap<>(Map.of(
                "country", country.isEmpty() ? List.of() : List.of(country),
                "names", texts(names),
                "descriptions", texts(descriptions),
                "aliases", texts(aliases.stream()),
                "externalIds", texts(externalIds.stream()),
                "relations", texts(relations.stream().map(EntityContent::text))));
    }

    private static String text(Relation relation) {
        String days = relation.from() == null && relation.until() == null
                ? ""
                : " %s/%s".formatted(day(relation.from()), day(relation.until()));
        String title = relation.title().isEmpty() ? "" : " " + relation.title();
        return "%s %s%s%s".formatted(relation.kind(), relation.target(), title, days);
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? ".." : day.toString();
    }

    private static List<String> texts(Map<String, String> byLanguage) {
        return texts(byLanguage.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()));
    }

    private static List<String> texts(Stream<?> items) {
        return items.map(Object::toString).toList();
    }

    static <T> List<T> minus(Collection<T> items, Collection<T> others) {
        return items.stream().filter(item -> !others.contains(item)).toList();
    }
}
