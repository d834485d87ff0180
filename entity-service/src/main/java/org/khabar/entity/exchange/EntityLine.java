package org.khabar.entity.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.exchange.EntityRecord.Alias;
import org.khabar.entity.exchange.EntityRecord.ExternalId;
import org.khabar.entity.exchange.EntityRecord.Relation;
import org.khabar.entity.exchange.EntityRecord.Text;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;

/**
 * What a line says of an entity; null where it does not. A list that is there says all.
 *
 * @param version where the line was written
 * @param edited whether the entity belongs to editors; counts when it is new
 * @param mergedInto the entity that stands for it
 * @param keys that are added to those that it has
 */
record EntityLine(
        @Nullable UUID id,
        @Nullable EntityType type,
        @Nullable Integer version,
        @Nullable Boolean edited,
        @Nullable Boolean hidden,
        @Nullable String country,
        @Nullable EntityReference mergedInto,
        List<String> keys,
        @Nullable Map<String, Text> names,
        @Nullable Map<String, Text> descriptions,
        @Nullable List<Alias> aliases,
        @Nullable List<ExternalId> externalIds,
        @Nullable Map<String, Text> dates,
        @Nullable List<Relation> relations) {

    /** Whether it says that the entity was merged into another one. */
    boolean isMerge() {
        return mergedInto != null;
    }

    /** The same, said by an operator. */
    EntityLine ofOperators() {
        return new EntityLine(
                id,
                type,
                version,
                edited,
                hidden,
                country,
                mergedInto,
                keys,
                ofOperators(names),
                ofOperators(descriptions),
                aliases == null
                        ? null
                        : aliases.stream().map(Alias::ofOperators).toList(),
                externalIds == null
                        ? null
                        : externalIds.stream().map(ExternalId::ofOperators).toList(),
                ofOperators(dates),
                relations == null
                        ? null
                        : relations.stream().map(Relation::ofOperators).toList());
    }

    private static @Nullable Map<String, Text> ofOperators(@Nullable Map<String, Text> texts) {
        if (texts == null) {
            return null;
        }
        Map<String, Text> said = new HashMap<>();
        texts.forEach((name, text) -> said.put(name, new Text(text.text(), Origin.OPERATOR)));
        return said;
    }

    /**
     * What the entity is when it does what the line says, but for its relations. What stays as it was stays its source's.
     *
     * @param relations those that it has then
     */
    EntityRecord applyTo(EntityRecord before, List<Relation> relations) {
        Map<String, Text> names = texts(before.names(), this.names);
        return new EntityRecord(
                before.id(),
                before.type(),
                Optional.ofNullable(country).orElse(before.country()),
                before.version(),
                before.edited(),
                Optional.ofNullable(hidden).orElse(before.hidden()),
                before.mergedInto(),
                with(before.keys(), keys),
                names,
                texts(before.descriptions(), descriptions),
                withNames(list(before.aliases(), aliases, Alias::saysTheSame), before.names(), names),
                list(before.externalIds(), externalIds, ExternalId::saysTheSame),
                texts(before.dates(), dates),
                relations);
    }

    private static List<String> with(List<String> some, List<String> others) {
        List<String> all = new ArrayList<>(some);
        others.stream().filter(other -> !all.contains(other)).forEach(all::add);
        return all;
    }

    private static Map<String, Text> texts(Map<String, Text> before, @Nullable Map<String, Text> said) {
        if (said == null) {
            return before;
        }
        Map<String, Text> after = new HashMap<>();
        said.forEach((name, text) -> {
            Text known = before.get(name);
            after.put(name, known != null && known.text().equals(text.text()) ? known : text);
        });
        return after;
    }

    private static <T> List<T> list(List<T> before, @Nullable List<T> said, BiPredicate<T, T> same) {
        if (said == null) {
            return before;
        }
        return said.stream()
                .map(item -> before.stream()
                        .filter(known -> same.test(known, item))
                        .findFirst()
                        .orElse(item))
                .toList();
    }

    /** A new display name is an alias as well, unless it is one of another kind or was taken away for good. */
    private static List<Alias> withNames(List<Alias> aliases, Map<String, Text> before, Map<String, Text> names) {
        List<Alias> all = new ArrayList<>(aliases);
        names.forEach((language, name) -> {
            Text known = before.get(language);
            boolean isNew = known == null || !known.text().equals(name.text());
            boolean isAlias = aliases.stream()
                    .anyMatch(alias ->
                            alias.language().equals(language) && alias.text().equals(name.text()));
            if (isNew && !isAlias) {
                all.add(new Alias(language, AliasType.NAME, name.text(), "", false, name.origin()));
            }
        });
        return all;
    }
}
