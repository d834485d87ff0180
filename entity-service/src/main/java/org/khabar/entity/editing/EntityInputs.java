package org.khabar.entity.editing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.mention.MentionPlace;
import org.khabar.entity.relation.Relation;
import org.khabar.entity.relation.RelationKind;
import org.khabar.entity.tagging.AliasType;

/** Checks what editors write, by itself: what it says of other entities is checked where those are locked. */
@ApplicationScoped
class EntityInputs {

    private final EditingConfig config;

    EntityInputs(EditingConfig config) {
        this.config = config;
    }

    EntityContent content(CreateEntityInput input) {
        return new EntityEdit(
                        input.country() == null ? "" : InputTexts.country("country", input.country()),
                        names(input.names()),
                        descriptions(input.descriptions()),
                        aliases(input.aliases()),
                        externalIds(input.externalIds()),
                        relations(input.relations()))
                .applyTo(EntityContent.NOTHING);
    }

    EntityEdit edit(ReviseEntityInput input) {
        return new EntityEdit(
                input.country() == null ? null : InputTexts.country("country", input.country()),
                input.names() == null ? null : names(input.names()),
                descriptions(input.descriptions()),
                aliases(input.aliases()),
                externalIds(input.externalIds()),
                relations(input.relations()));
    }

    EntityContent content(SplitEntityInput input) {
        return new EntityEdit(
                        input.country() == null ? "" : InputTexts.country("country", input.country()),
                        names(input.names()),
                        descriptions(input.descriptions()),
                        aliases(input.aliases()),
                        externalIds(input.externalIds()),
                        null)
                .applyTo(EntityContent.NOTHING);
    }

    /** The aliases that a split names. */
    Set<Alias> namedAliases(SplitEntityInput input) {
        SortedSet<Alias> aliases = aliases(input.aliases());
        return aliases == null ? Set.of() : aliases;
    }

    List<MentionPlace> places(SplitEntityInput input) {
        List<SplitMentionInput> mentions = input.mentions() == null ? List.of() : input.mentions();
        atMost("mentions", mentions, config.maxSplitMentions());
        return mentions.stream()
                .map(mention ->
                        new MentionPlace(id("mentions.article", mention.article()), mention.block(), mention.start()))
                .distinct()
                .toList();
    }

    /** @throws RequestFailure when no entity or article can have this id */
    static UUID id(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw RequestFailure.notFound(
                    "%s is \"%s\"; there is none with this id.".formatted(name, InputTexts.shortened(text)));
        }
    }

    private SortedMap<String, String> names(List<EntityTextInput> input) {
        SortedMap<String, String> names = texts("names", input, config.maxNameLength());
        if (names.isEmpty()) {
            throw RequestFailure.badInput("names is empty; an entity has a name.");
        }
        for (int i = 0; i < input.size(); i++) {
            InputTexts.name("names[%d].text".formatted(i), input.get(i).text(), config.maxNameLength());
        }
        return names;
    }

    private @Nullable SortedMap<String, String> descriptions(@Nullable List<EntityTextInput> input) {
        return input == null ? null : texts("descriptions", input, config.maxDescriptionLength());
    }

    private SortedMap<String, String> texts(String name, List<EntityTextInput> input, int longest) {
        atMost(name, input, config.maxDetails());
        SortedMap<String, String> texts = new TreeMap<>();
        for (int i = 0; i < input.size(); i++) {
            EntityTextInput text = input.get(i);
            String place = "%s[%d]".formatted(name, i);
            String language = InputTexts.language(place + ".language", text.language());
            String before = texts.put(language, InputTexts.line(place + ".text", text.text(), longest));
            if (before != null) {
                throw RequestFailure.badInput("%s has two texts in the language %s.".formatted(name, language));
            }
        }
        return texts;
    }

    private @Nullable SortedSet<Alias> aliases(@Nullable List<EntityAliasInput> input) {
        if (input == null) {
            return null;
        }
        atMost("aliases", input, config.maxAliases());
        SortedSet<Alias> aliases = new TreeSet<>();
        for (int i = 0; i < input.size(); i++) {
            EntityAliasInput alias = input.get(i);
            String place = "aliases[%d]".formatted(i);
            aliases.add(new Alias(
                    InputTexts.language(place + ".language", alias.language()),
                    alias.type() == null ? AliasType.NAME : alias.type(),
                    InputTexts.name(place + ".text", alias.text(), config.maxNameLength())));
        }
        return aliases;
    }

    private @Nullable SortedSet<ExternalId> externalIds(@Nullable List<ExternalIdInput> input) {
        if (input == null) {
            return null;
        }
        atMost("externalIds", input, config.maxDetails());
        SortedSet<ExternalId> ids = new TreeSet<>();
        for (int i = 0; i < input.size(); i++) {
            ids.add(ExternalIdForms.checked(
                    "externalIds[%d]".formatted(i),
                    input.get(i).scheme(),
                    input.get(i).value()));
        }
        return ids;
    }

    private @Nullable SortedSet<Relation> relations(@Nullable List<EntityRelationInput> input) {
        if (input == null) {
            return null;
        }
        atMost("relations", input, config.maxDetails());
        SortedSet<Relation> relations = new TreeSet<>();
        Set<Object> known = new HashSet<>();
        for (int i = 0; i < input.size(); i++) {
            Relation relation = relation("relations[%d]".formatted(i), input.get(i));
            if (!known.add(relation.identity())) {
                throw RequestFailure.badInput("relations[%d] is there twice.".formatted(i));
            }
            relations.add(relation);
        }
        return relations;
    }

    private Relation relation(String place, EntityRelationInput input) {
        boolean office = input.kind() == RelationKind.HOLDS_OFFICE;
        String title = InputTexts.optional(place + ".title", input.title(), config.maxNameLength());
        if (office != (title != null)) {
            throw RequestFailure.badInput(
                    office
                            ? "%s.title is missing; an office has one.".formatted(place)
                            : "%s.title is given; only HOLDS_OFFICE has one.".formatted(place));
        }
        if (input.from() != null && input.until() != null && input.until().isBefore(input.from())) {
            throw RequestFailure.badInput(
                    "%s.until is %s, which is before from, %s.".formatted(place, input.until(), input.from()));
        }
        if (isNoDay(input.from()) || isNoDay(input.until())) {
            throw RequestFailure.badInput("%s has a day that is not between the years 1 and 9999.".formatted(place));
        }
        return new Relation(
                input.kind(),
                id(place + ".entity", input.entity()),
                title == null ? "" : InputTexts.line(place + ".title", title, config.maxNameLength()),
                input.from(),
                input.until());
    }

    private static boolean isNoDay(@Nullable LocalDate day) {
        return day != null && (day.getYear() < 1 || day.getYear() > 9999);
    }

    private static void atMost(String name, List<?> items, int limit) {
        if (items.size() > limit) {
            throw RequestFailure.limitExceeded(
                    "%s has %d items; the limit is %d.".formatted(name, items.size(), limit));
        }
    }
}
