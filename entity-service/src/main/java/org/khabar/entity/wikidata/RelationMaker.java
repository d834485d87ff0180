package org.khabar.entity.wikidata;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.relation.RelationKind;
import org.khabar.entity.tagging.EntityType;

/**
 * Makes relations of an item's statements. Of citizenship and place the best statements count. Of memberships and offices all that are
 * not deprecated do: there the preferred one is merely the last.
 */
final class RelationMaker {

    static final String MEMBER_OF = "P463";
    static final String PARTY = "P102";
    static final String OFFICE = "P39";
    static final String LOCATED_IN = "P131";
    static final String PART_OF = "P361";
    static final String PARENT_ORGANIZATION = "P749";
    static final String HEADQUARTERS = "P159";
    static final String LOCATION = "P276";
    static final String DIRECTED_ORGANIZATION = "P2389";
    static final String JURISDICTION = "P1001";

    /** What is read of an item to make relations of it. */
    static final Set<String> PROPERTIES = Set.of(
            Claims.COUNTRY,
            Claims.CITIZENSHIP,
            MEMBER_OF,
            PARTY,
            OFFICE,
            LOCATED_IN,
            PART_OF,
            PARENT_ORGANIZATION,
            HEADQUARTERS,
            LOCATION,
            DIRECTED_ORGANIZATION,
            JURISDICTION);

    private static final String OF = "P642";
    private static final String START = "P580";
    private static final String END = "P582";

    /** What an office is of, the most telling first. */
    private static final List<String> OWNERS = List.of(DIRECTED_ORGANIZATION, PART_OF, JURISDICTION, Claims.COUNTRY);

    private static final Set<Integer> OFFICE_CLASSES = Set.of(4_164_871, 294_414);

    private final int most;

    /** @param most how many relations an item may have; further ones are left out */
    RelationMaker(int most) {
        this.most = most;
    }

    List<ImportedRelation> make(WikidataItem item, EntityType type) {
        Statements statements = new Statements(item);
        switch (type) {
            case PERSON -> {
                statements.add(RelationKind.CITIZEN_OF, item.claims().best(Claims.CITIZENSHIP));
                statements.addOffices(item.claims().valid(OFFICE));
                statements.add(RelationKind.MEMBER_OF, item.claims().valid(PARTY));
                statements.add(RelationKind.MEMBER_OF, item.claims().valid(MEMBER_OF));
            }
            case ORGANIZATION -> {
                statements.add(RelationKind.LOCATED_IN, item.claims().best(HEADQUARTERS));
                statements.addPlaces();
                statements.add(RelationKind.MEMBER_OF, item.claims().valid(MEMBER_OF));
                statements.add(RelationKind.PART_OF, item.claims().best(PARENT_ORGANIZATION));
                statements.add(RelationKind.PART_OF, item.claims().best(PART_OF));
            }
            case PLACE, EVENT -> {
                statements.add(RelationKind.LOCATED_IN, item.claims().best(LOCATION));
                statements.addPlaces();
                statements.add(RelationKind.PART_OF, item.claims().best(PART_OF));
            }
            case WORK -> statements.add(RelationKind.PART_OF, item.claims().best(PART_OF));
        }
        return statements.made;
    }

    /**
     * The office that an item is.
     *
     * @param title what it is called
     * @return empty when it is none
     */
    static Optional<Office> office(WikidataItem item, String title) {
        Claims claims = item.claims();
        boolean isOffice = claims.items(Claims.INSTANCE_OF).stream().anyMatch(OFFICE_CLASSES::contains)
                || !claims.items(DIRECTED_ORGANIZATION).isEmpty()
                || !claims.items(JURISDICTION).isEmpty();
        if (!isOffice) {
            return Optional.empty();
        }
        Integer owner = OWNERS.stream()
                .flatMap(property -> claims.items(property).stream())
                .findFirst()
                .orElse(null);
        return Optional.of(new Office(ItemId.number(item.id()).orElseThrow(), title, owner));
    }

    /** Relations of one item, while they are made. */
    private final class Statements {

        private final WikidataItem item;
        private final int number;
        private final List<ImportedRelation> made = new ArrayList<>();
        private final Set<Object> known = new HashSet<>();

        Statements(WikidataItem item) {
            this.item = item;
            this.number = ItemId.number(item.id()).orElse(0);
        }

        void addPlaces() {
            add(RelationKind.LOCATED_IN, item.claims().best(Claims.COUNTRY));
            add(RelationKind.LOCATED_IN, item.claims().best(LOCATED_IN));
        }

        void add(RelationKind kind, List<JsonNode> statements) {
            for (JsonNode statement : statements) {
                Claims.item(statement).ifPresent(target -> add(kind, target, null, statement));
            }
        }

        void addOffices(List<JsonNode> statements) {
            for (JsonNode statement : statements) {
                Claims.item(statement)
                        .ifPresent(office -> add(
                                RelationKind.HOLDS_OFFICE,
                                qualifier(statement, OF).flatMap(Claims::itemOf).orElse(null),
                                office,
                                statement));
            }
        }

        private void add(RelationKind kind, @Nullable Integer target, @Nullable Integer office, JsonNode statement) {
            boolean endedUnknown = statement.path("qualifiers").has(END) && end(statement) == null;
            if (made.size() >= most || endedUnknown || Objects.equals(target, number)) {
                return;
            }
            LocalDate from = start(statement);
            LocalDate until = end(statement);
            boolean isOrdered = from == null || until == null || !until.isBefore(from);
            if (isOrdered
                    && known.add(List.of(kind, String.valueOf(target), String.valueOf(office), String.valueOf(from)))) {
                made.add(new ImportedRelation(kind, target, office, from, until));
            }
        }

        private static @Nullable LocalDate start(JsonNode statement) {
            return qualifier(statement, START)
                    .flatMap(PartialDate::of)
                    .flatMap(PartialDate::firstDay)
                    .orElse(null);
        }

        private static @Nullable LocalDate end(JsonNode statement) {
            return qualifier(statement, END)
                    .flatMap(PartialDate::of)
                    .flatMap(PartialDate::lastDay)
                    .orElse(null);
        }

        private static Optional<JsonNode> qualifier(JsonNode statement, String property) {
            return Optional.ofNullable(
                            statement.path("qualifiers").path(property).get(0))
                    .map(qualifier -> qualifier.path("datavalue").path("value"));
        }
    }
}
