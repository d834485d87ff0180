package org.khabar.entity.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.editing.EditingConfig;
import org.khabar.entity.editing.ExternalIdForms;
import org.khabar.entity.editing.InputTexts;
import org.khabar.entity.exchange.EntityRecord.Alias;
import org.khabar.entity.exchange.EntityRecord.ExternalId;
import org.khabar.entity.exchange.EntityRecord.Relation;
import org.khabar.entity.exchange.EntityRecord.Text;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.relation.RelationKind;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;

/** Reads lines, which anybody may have written, and says what is wrong in them and where. */
@ApplicationScoped
class LineParser {

    private static final String ENTITY = "entity";
    private static final String KEY = "key";
    private static final String ORIGIN = "origin";
    private static final String LANGUAGE = "language";
    private static final String TEXT = "text";
    private static final String TYPE = "type";

    private static final Set<String> MEMBERS = Set.of(
            "cursor",
            "id",
            TYPE,
            "version",
            "edited",
            "hidden",
            "country",
            "mergedInto",
            "keys",
            "names",
            "descriptions",
            "aliases",
            "externalIds",
            "dates",
            "relations");
    private static final Pattern KEY_FORM = Pattern.compile("[a-z0-9-]{1,30}:[\\x21-\\x7E]{1,200}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern DATE = Pattern.compile("-?\\d{4}(?:-\\d\\d(?:-\\d\\d)?)?");
    private static final Set<String> DATES = new TreeSet<>(Set.of("BIRTH", "DEATH", "FOUNDATION"));

    private final ExchangeConfig config;
    private final EditingConfig lengths;
    private final LineJson json;

    LineParser(ExchangeConfig config, EditingConfig lengths) {
        this.config = config;
        this.lengths = lengths;
        this.json = new LineJson(config.maxDepth());
    }

    /** @throws RequestFailure when the line is no entity */
    EntityLine parse(byte[] line) {
        LineMembers members = LineMembers.of("$", json.read(line), MEMBERS);
        Map<String, Text> names = texts(members, "names", lengths.maxNameLength());
        boolean isMerge = members.has("mergedInto");
        if (names != null && names.isEmpty() && !isMerge) {
            throw RequestFailure.badInput("$.names is empty; an entity has a name.");
        }
        String country = members.text("country");
        List<String> keys = members.texts("keys", config.maxDetails());
        EntityLine entity = new EntityLine(
                members.id("id"),
                members.constant(TYPE, EntityType.class),
                members.count("version"),
                members.bool("edited"),
                members.bool("hidden"),
                country == null ? null : InputTexts.country(members.path("country"), country),
                reference(members.object("mergedInto", Set.of(ENTITY, KEY))),
                keys == null
                        ? List.of()
                        : keys.stream().map(LineParser::key).distinct().toList(),
                names,
                texts(members, "descriptions", lengths.maxDescriptionLength()),
                aliases(members),
                externalIds(members),
                dates(members),
                relations(members));
        if (entity.isMerge() && saysMore(entity)) {
            throw RequestFailure.badInput("$.mergedInto is there, so that the entity has nothing of its own.");
        }
        return entity;
    }

    private static boolean saysMore(EntityLine line) {
        return (line.names() != null && !line.names().isEmpty())
                || !isNothing(line.aliases())
                || !isNothing(line.externalIds())
                || !isNothing(line.relations())
                || (line.descriptions() != null && !line.descriptions().isEmpty())
                || (line.dates() != null && !line.dates().isEmpty());
    }

    private static boolean isNothing(@Nullable List<?> list) {
        return list == null || list.isEmpty();
    }

    private @Nullable Map<String, Text> texts(LineMembers members, String name, int longest) {
        Map<String, Text> texts = new HashMap<>();
        List<String> languages = members.objects(name, config.maxDetails(), Set.of(LANGUAGE, TEXT, ORIGIN), item -> {
            String language = InputTexts.language(item.path(LANGUAGE), item.required(LANGUAGE));
            Text text = new Text(InputTexts.line(item.path(TEXT), item.required(TEXT), longest), origin(item));
            if (texts.put(language, text) != null) {
                throw RequestFailure.badInput(
                        "%s has two texts in the language %s.".formatted(members.path(name), language));
            }
            return language;
        });
        return languages == null ? null : texts;
    }

    private @Nullable List<Alias> aliases(LineMembers members) {
        Set<Object> known = new HashSet<>();
        return members.objects(
                "aliases",
                config.maxAliases(),
                Set.of(LANGUAGE, TYPE, TEXT, "support", "retired", ORIGIN),
                item -> unique(known, item, alias(item), Alias::identity));
    }

    private Alias alias(LineMembers item) {
        AliasType type = item.constant(TYPE, AliasType.class);
        List<String> support = item.texts("support", config.maxDetails());
        TreeSet<String> countries = new TreeSet<>(support == null ? List.of() : support);
        countries.stream()
                .filter(code -> !COUNTRY.matcher(code).matches())
                .findFirst()
                .ifPresent(code -> {
                    throw RequestFailure.badInput("%s has \"%s\", which is no ISO 3166-1 alpha-2 code."
                            .formatted(item.path("support"), InputTexts.shortened(code)));
                });
        return new Alias(
                InputTexts.language(item.path(LANGUAGE), item.required(LANGUAGE)),
                type == null ? AliasType.NAME : type,
                InputTexts.line(item.path(TEXT), item.required(TEXT), lengths.maxNameLength()),
                String.join(" ", countries),
                Boolean.TRUE.equals(item.bool("retired")),
                origin(item));
    }

    private @Nullable List<ExternalId> externalIds(LineMembers members) {
        Set<Object> known = new HashSet<>();
        return members.objects("externalIds", config.maxDetails(), Set.of("scheme", "value", ORIGIN), item -> {
            var id = ExternalIdForms.checked(item.path(), item.required("scheme"), item.required("value"));
            return unique(
                    known,
                    item,
                    new ExternalId(id.scheme(), id.value(), origin(item)),
                    other -> List.of(other.scheme(), other.value()));
        });
    }

    private @Nullable Map<String, Text> dates(LineMembers members) {
        Map<String, Text> dates = new HashMap<>();
        List<String> properties =
                members.objects("dates", config.maxDetails(), Set.of("property", "value", ORIGIN), item -> {
                    String property = item.required("property");
                    String value = item.required("value");
                    if (!DATES.contains(property)) {
                        throw RequestFailure.badInput("%s is \"%s\"; there are %s."
                                .formatted(
                                        item.path("property"),
                                        InputTexts.shortened(property),
                                        String.join(", ", DATES)));
                    }
                    if (!DATE.matcher(value).matches()) {
                        throw RequestFailure.badInput(
                                "%s is \"%s\", which is no date such as 1963, 1963-08 or 1963-08-21."
                                        .formatted(item.path("value"), InputTexts.shortened(value)));
                    }
                    if (dates.put(property, new Text(value, origin(item))) != null) {
                        throw RequestFailure.badInput("%s has %s twice.".formatted(members.path("dates"), property));
                    }
                    return property;
                });
        return properties == null ? null : dates;
    }

    private @Nullable List<Relation> relations(LineMembers members) {
        Set<Object> known = new HashSet<>();
        return members.objects(
                "relations",
                config.maxDetails(),
                Set.of("kind", ENTITY, KEY, "title", "from", "until", ORIGIN),
                item -> unique(
                        known,
                        item,
                        relation(item),
                        relation -> List.of(
                                relation.kind(),
                                relation.target(),
                                relation.title(),
                                String.valueOf(relation.from()))));
    }

    private Relation relation(LineMembers item) {
        RelationKind kind = item.constant("kind", RelationKind.class);
        if (kind == null) {
            throw RequestFailure.badInput("%s is missing.".formatted(item.path("kind")));
        }
        EntityReference target = reference(item);
        String title = item.has("title")
                ? InputTexts.line(item.path("title"), item.required("title"), lengths.maxNameLength())
                : null;
        boolean isOffice = kind == RelationKind.HOLDS_OFFICE;
        if (isOffice != (title != null)) {
            throw RequestFailure.badInput(
                    isOffice
                            ? "%s is missing; an office has one.".formatted(item.path("title"))
                            : "%s is given; only HOLDS_OFFICE has one.".formatted(item.path("title")));
        }
        LocalDate from = item.day("from");
        LocalDate until = item.day("until");
        if (from != null && until != null && until.isBefore(from)) {
            throw RequestFailure.badInput(
                    "%s is %s, which is before from, %s.".formatted(item.path("until"), until, from));
        }
        return new Relation(
                kind, Objects.requireNonNull(target), title == null ? "" : title, from, until, origin(item));
    }

    private static @Nullable EntityReference reference(@Nullable LineMembers members) {
        if (members == null) {
            return null;
        }
        String key = members.text(KEY);
        if (key == null && !members.has(ENTITY)) {
            throw RequestFailure.badInput("%s is missing.".formatted(members.path(ENTITY)));
        }
        return new EntityReference(members.id(ENTITY), key == null ? null : key(key));
    }

    private static Origin origin(LineMembers members) {
        Origin origin = members.constant(ORIGIN, Origin.class);
        return origin == null ? Origin.OPERATOR : origin;
    }

    private static String key(String key) {
        if (!KEY_FORM.matcher(key).matches() || key.startsWith("id:")) {
            throw RequestFailure.badInput("\"%s\" is no key of a source, such as wikidata:Q1028 or curated:morocco."
                    .formatted(InputTexts.shortened(key)));
        }
        return key;
    }

    private interface Identity<T> {
        Object of(T item);
    }

    private static <T> T unique(Set<Object> known, LineMembers place, T item, Identity<T> identity) {
        if (!known.add(identity.of(item))) {
            throw RequestFailure.badInput("%s is there twice.".formatted(place.path()));
        }
        return item;
    }
}
