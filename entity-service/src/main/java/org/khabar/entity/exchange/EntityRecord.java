package org.khabar.entity.exchange;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.relation.RelationKind;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;

/**
 * All that the catalogue has of an entity. Lists are sorted, so that two that say the same are equal.
 *
 * @param country ISO 3166-1 alpha-2 code; empty for none
 * @param edited whether it belongs to editors, and no source changes it
 * @param mergedInto the entity that stands for it; null when it stands for itself
 * @param keys what sources know it by
 * @param names display names by language
 * @param descriptions by language
 * @param aliases retired ones too
 * @param dates by property
 */
record EntityRecord(
        UUID id,
        EntityType type,
        String country,
        int version,
        boolean edited,
        boolean hidden,
        @Nullable EntityReference mergedInto,
        List<String> keys,
        Map<String, Text> names,
        Map<String, Text> descriptions,
        List<Alias> aliases,
        List<ExternalId> externalIds,
        Map<String, Text> dates,
        List<Relation> relations) {

    EntityRecord {
        Objects.requireNonNull(id);
        Objects.requireNonNull(type);
        Objects.requireNonNull(country);
        keys = keys.stream().sorted().toList();
        names = Map.copyOf(names);
        descriptions = Map.copyOf(descriptions);
        aliases = aliases.stream().sorted().toList();
        externalIds = externalIds.stream().sorted().toList();
        dates = Map.copyOf(dates);
        relations = relations.stream().sorted().toList();
    }

    /** Nothing but an id and a type. */
    static EntityRecord nothing(UUID id, EntityType type) {
        return new EntityRecord(
                id, type, "", 1, false, false, null, List.of(), Map.of(), Map.of(), List.of(), List.of(), Map.of(),
                List.of());
    }

    /** The same as another version. */
    EntityRecord at(int newVersion, boolean belongsToEditors) {
        return new EntityRecord(
                id,
                type,
                country,
                newVersion,
                belongsToEditors,
                hidden,
                mergedInto,
                keys,
                names,
                descriptions,
                aliases,
                externalIds,
                dates,
                relations);
    }

    /** A text, and who says so. */
    record Text(String text, Origin origin) {}

    /**
     * A name.
     *
     * @param support countries of which an article must speak before it means the entity, as codes with a blank between them
     * @param retired whether an operator has taken it away for good
     */
    record Alias(String language, AliasType type, String text, String support, boolean retired, Origin origin)
            implements Comparable<Alias> {

        private static final Comparator<Alias> ORDER = Comparator.comparing(Alias::language)
                .thenComparing(alias -> alias.type().name())
                .thenComparing(Alias::text)
                .thenComparing(Alias::support)
                .thenComparing(Alias::retired)
                .thenComparing(Alias::origin);

        @Override
        public int compareTo(Alias other) {
            return ORDER.compare(this, other);
        }

        /** What no two aliases of an entity have in common. */
        Object identity() {
            return List.of(language, type, text);
        }

        Alias ofOperators() {
            return new Alias(language, type, text, support, retired, Origin.OPERATOR);
        }

        boolean saysTheSame(Alias other) {
            return identity().equals(other.identity()) && support.equals(other.support) && retired == other.retired;
        }
    }

    /** What another register calls it. */
    record ExternalId(String scheme, String value, Origin origin) implements Comparable<ExternalId> {

        private static final Comparator<ExternalId> ORDER = Comparator.comparing(ExternalId::scheme)
                .thenComparing(ExternalId::value)
                .thenComparing(ExternalId::origin);

        @Override
        public int compareTo(ExternalId other) {
            return ORDER.compare(this, other);
        }

        ExternalId ofOperators() {
            return new ExternalId(scheme, value, Origin.OPERATOR);
        }

        boolean saysTheSame(ExternalId other) {
            return scheme.equals(other.scheme) && value.equals(other.value);
        }
    }

    /**
     * How it stands to another entity.
     *
     * @param title of the office; empty for other kinds
     */
    record Relation(
            RelationKind kind,
            EntityReference target,
            String title,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Origin origin)
            implements Comparable<Relation> {

        private static final Comparator<Relation> ORDER = Comparator.comparing(Relation::kind)
                .thenComparing(Relation::begin)
                .thenComparing(Relation::title)
                .thenComparing(Relation::target)
                .thenComparing(Relation::end)
                .thenComparing(Relation::origin);

        private LocalDate begin() {
            return from == null ? LocalDate.MIN : from;
        }

        private LocalDate end() {
            return until == null ? LocalDate.MAX : until;
        }

        @Override
        public int compareTo(Relation other) {
            return ORDER.compare(this, other);
        }

        Relation to(EntityReference other) {
            return new Relation(kind, other, title, from, until, origin);
        }

        Relation ofOperators() {
            return new Relation(kind, target, title, from, until, Origin.OPERATOR);
        }
    }
}
