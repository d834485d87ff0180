package org.khabar.entity.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.khabar.entity.editing.EditingConfig;
import org.khabar.entity.exchange.EntityRecord.Alias;
import org.khabar.entity.exchange.EntityRecord.ExternalId;
import org.khabar.entity.exchange.EntityRecord.Relation;
import org.khabar.entity.exchange.EntityRecord.Text;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.relation.RelationKind;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;

/** A line says all of an entity, and what says nothing of one is refused with a message. */
class LineRoundTripPropertyTest {

    private static final SmallRyeConfig CONFIG = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(ExchangeConfig.class)
            .withMapping(EditingConfig.class)
            .build();
    private static final LineParser PARSER =
            new LineParser(CONFIG.getConfigMapping(ExchangeConfig.class), CONFIG.getConfigMapping(EditingConfig.class));

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void anEntityThatIsReadFromItsLineIsTheSame(@ForAll("entities") EntityRecord entity)
            throws JsonProcessingException {
        byte[] line = Exchange.JSON.writeValueAsBytes(ExportLine.of(entity));
        EntityLine read = PARSER.parse(line);

        EntityRecord nothing = EntityRecord.nothing(entity.id(), entity.type());
        assertThat(read.applyTo(nothing, read.relations() == null ? List.of() : read.relations())
                        .at(entity.version(), entity.edited()))
                .isEqualTo(entity);
        assertThat(read.id()).isEqualTo(entity.id());
        assertThat(read.version()).isEqualTo(entity.version());
        assertThat(read.edited()).isEqualTo(entity.edited());
    }

    /** A member's value is taken away, or exchanged for one of another kind, anywhere in a good line. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aDamagedLineIsAnEntityOrRefusedWithAMessage(
            @ForAll("entities") EntityRecord entity, @ForAll("damages") String damage, @ForAll("places") int place)
            throws JsonProcessingException {
        JsonNode tree = Exchange.JSON.valueToTree(ExportLine.of(entity));
        List<ObjectNode> objects = new ArrayList<>();
        collect(tree, objects);
        ObjectNode damaged = objects.get(place % objects.size());
        List<String> members = new ArrayList<>();
        damaged.fieldNames().forEachRemaining(members::add);
        damaged.set(members.get(place % members.size()), Exchange.JSON.readTree(damage));

        assertIsReadOrRefused(Exchange.JSON.writeValueAsBytes(tree));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void bytesThatAreNoLineAreRefusedWithAMessage(@ForAll byte[] bytes) {
        assertIsReadOrRefused(bytes);
    }

    private static void assertIsReadOrRefused(byte[] line) {
        try {
            PARSER.parse(line);
        } catch (RequestFailure refused) {
            assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(600);
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, 1000);
    }

    @Provide
    Arbitrary<String> damages() {
        return Arbitraries.of(
                "null",
                "[]",
                "{}",
                "7",
                "-1",
                "1e99",
                "true",
                "\"\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "[[]]",
                "\"" + "س".repeat(400) + "\"");
    }

    @Provide
    Arbitrary<EntityRecord> entities() {
        Arbitrary<Map<String, Text>> names = texts(Arbitraries.of("ar", "fr", "en", "zh-hans"), 1);
        Arbitrary<Map<String, Text>> descriptions = texts(Arbitraries.of("ar", "fr"), 0);
        return Combinators.combine(
                        Combinators.combine(
                                        Arbitraries.create(UUID::randomUUID),
                                        Arbitraries.of(EntityType.class),
                                        Arbitraries.of("", "MA", "XK"),
                                        Arbitraries.integers().between(1, 1_000_000))
                                .as(EntityRecordBuilder::new),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of("curated:a-b", "wikidata:Q7", "cldr:zone/Africa/Cairo")
                                .list()
                                .uniqueElements(),
                        names,
                        descriptions,
                        aliases(),
                        relations())
                .as((builder, edited, hidden, keys, named, described, aliases, relations) ->
                        builder.build(edited, hidden, keys, named, described, aliases, relations));
    }

    private record EntityRecordBuilder(UUID id, EntityType type, String country, int version) {

        EntityRecord build(
                boolean edited,
                boolean hidden,
                List<String> keys,
                Map<String, Text> names,
                Map<String, Text> descriptions,
                List<Alias> aliases,
                List<Relation> relations) {
            List<Alias> all = new ArrayList<>(aliases);
            names.forEach((language, name) -> {
                if (all.stream()
                        .noneMatch(alias -> alias.language().equals(language)
                                && alias.text().equals(name.text()))) {
                    all.add(new Alias(language, AliasType.NAME, name.text(), "", false, name.origin()));
                }
            });
            return new EntityRecord(
                    id,
                    type,
                    country,
                    version,
                    edited,
                    hidden,
                    null,
                    keys,
                    names,
                    descriptions,
                    all,
                    List.of(new ExternalId("wikidata", "Q" + version, Origin.WIKIDATA)),
                    Map.of("BIRTH", new Text("-0384", Origin.WIKIDATA)),
                    relations);
        }
    }

    private static Arbitrary<String> written() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "نزهة المرجاني", "Nouzha El Marjani", "L’Économiste \"Maroc\"", "a\\b", "𝒳 Æ", "‏م‎", "—"),
                Arbitraries.strings().withCharRange('ء', 'ي').ofMinLength(1).ofMaxLength(20));
    }

    private static Arbitrary<Map<String, Text>> texts(Arbitrary<String> languages, int least) {
        Arbitrary<Text> texts =
                Combinators.combine(written(), Arbitraries.of(Origin.class)).as(Text::new);
        return Arbitraries.maps(languages, texts).ofMinSize(least).ofMaxSize(2);
    }

    private static Arbitrary<List<Alias>> aliases() {
        return Combinators.combine(
                        Arbitraries.of("ar", "fr"),
                        Arbitraries.of(AliasType.class),
                        written(),
                        Arbitraries.of("", "MA", "DZ MA"),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Origin.class))
                .as(Alias::new)
                .list()
                .ofMaxSize(6)
                .map(LineRoundTripPropertyTest::distinctAliases);
    }

    private static List<Alias> distinctAliases(List<Alias> aliases) {
        Map<Object, Alias> distinct = new HashMap<>();
        aliases.forEach(alias -> distinct.put(alias.identity(), alias));
        return List.copyOf(distinct.values());
    }

    private static Arbitrary<List<Relation>> relations() {
        Arbitrary<EntityReference> references = Combinators.combine(
                        Arbitraries.create(UUID::randomUUID),
                        Arbitraries.of("curated:x", "wikidata:Q1028").injectNull(0.5))
                .as(EntityReference::new);
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 30_000).map(LocalDate::ofEpochDay);
        return Combinators.combine(
                        Arbitraries.of(RelationKind.class),
                        references,
                        days.injectNull(0.4),
                        Arbitraries.of(Origin.class))
                .as((kind, target, from, origin) -> new Relation(
                        kind,
                        target,
                        kind == RelationKind.HOLDS_OFFICE ? "رئيس الحكومة" : "",
                        from,
                        from == null ? null : from.plusDays(3),
                        origin))
                .list()
                .ofMaxSize(4)
                .map(LineRoundTripPropertyTest::distinctRelations);
    }

    private static List<Relation> distinctRelations(List<Relation> relations) {
        Set<Object> known = new HashSet<>();
        return relations.stream()
                .filter(relation -> known.add(
                        List.of(relation.kind(), relation.target(), relation.title(), String.valueOf(relation.from()))))
                .toList();
    }

    @Property(tries = 50)
    void whatIsNoUtf8IsRefused(@ForAll("names") String name) {
        byte[] line = ("{\"type\":\"PLACE\",\"names\":[{\"language\":\"ar\",\"text\":\"" + name + "\"}]}")
                .getBytes(StandardCharsets.UTF_16LE);

        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> PARSER.parse(line)))
                .isInstanceOf(RequestFailure.class);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings().withCharRange('ء', 'ي').ofMinLength(1).ofMaxLength(5);
    }
}
