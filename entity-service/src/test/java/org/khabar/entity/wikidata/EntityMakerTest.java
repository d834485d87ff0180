package org.khabar.entity.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khabar.entity.wikidata.Items.item;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.khabar.entity.relation.RelationKind;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.wikidata.ImportedEntity.Alias;
import org.khabar.entity.wikidata.ImportedEntity.DateProperty;

/** What an item becomes. */
class EntityMakerTest {

    private static final WikidataConfig CONFIG = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(WikidataConfig.class)
            .build()
            .getConfigMapping(WikidataConfig.class);

    @Test
    void aPersonWithNamesDescriptionsAndCountry() throws IOException {
        ImportedEntity person = taken(item("Q10")
                .label("ar", "أحمد التوفيق")
                .label("fr", "Ahmed Toufiq")
                .label("de", "Ahmed Toufiq")
                .description("ar", "مؤرخ وروائي مغربي")
                .alias("ar", "التوفيق", "أحمد بن محمد التوفيق")
                .is("P31", "Q5")
                .is("P27", "Q1028"));

        assertThat(person.type()).isEqualTo(EntityType.PERSON);
        assertThat(person.country()).isEqualTo("MA");
        assertThat(person.names()).containsExactly(Map.entry("ar", "أحمد التوفيق"), Map.entry("fr", "Ahmed Toufiq"));
        assertThat(person.descriptions()).containsExactly(Map.entry("ar", "مؤرخ وروائي مغربي"));
        assertThat(person.aliases())
                .containsExactly(
                        new Alias("ar", AliasType.NAME, "أحمد التوفيق"),
                        new Alias("fr", AliasType.NAME, "Ahmed Toufiq"),
                        new Alias("ar", AliasType.SHORT, "التوفيق"),
                        new Alias("ar", AliasType.NAME, "أحمد بن محمد التوفيق"));
    }

    @Test
    void preferredStatementsCountAloneAndDeprecatedOnesNever() throws IOException {
        ImportedEntity person = taken(item("Q10")
                .label("ar", "اسم")
                .is("P31", "Q5")
                .is("P27", "Q142", "normal")
                .is("P27", "Q1028", "preferred")
                .date("P569", "+1940-01-01T00:00:00Z", 9, "normal")
                .date("P569", "+1943-06-22T00:00:00Z", 11, "preferred")
                .date("P570", "+2000-01-01T00:00:00Z", 11, "deprecated"));

        assertThat(person.country()).isEqualTo("MA");
        assertThat(person.dates()).containsExactly(Map.entry(DateProperty.BIRTH, "1943-06-22"));
    }

    @Test
    void datesAreAsPreciseAsTheyAreKnown() throws IOException {
        assertThat(birth("+1963-08-21T00:00:00Z", 11, "Q1985727")).isEqualTo("1963-08-21");
        assertThat(birth("+1963-08-00T00:00:00Z", 10, "Q1985727")).isEqualTo("1963-08");
        assertThat(birth("+1963-00-00T00:00:00Z", 9, "Q1985727")).isEqualTo("1963");
        assertThat(birth("+1960-00-00T00:00:00Z", 8, "Q1985727")).isNull();
        assertThat(birth("+0980-08-07T00:00:00Z", 11, "Q1985786")).isEqualTo("0980");
        assertThat(birth("-0384-00-00T00:00:00Z", 9, "Q1985786")).isEqualTo("-0384");
        assertThat(birth("nonsense", 11, "Q1985727")).isNull();
    }

    @Test
    void aCountryThatWasIsNotTheCountry() throws IOException {
        ImportedEntity place = taken(item("Q10")
                .label("ar", "مدينة")
                .is("P31", "Q515")
                .was("P17", "Q142")
                .is("P17", "Q1028"));

        assertThat(place.country()).isEqualTo("MA");
    }

    @Test
    void namesThatAreTheSameInAllLatinLanguagesAreTakenWhereThereIsNoOther() throws IOException {
        ImportedEntity person = taken(item("Q10")
                .label("mul", "Adam Boehler")
                .label("fr", "Adam Böhler")
                .is("P31", "Q5"));

        assertThat(person.names()).containsExactly(Map.entry("fr", "Adam Böhler"), Map.entry("en", "Adam Boehler"));
    }

    @Test
    void demonymsAndAcronymsAreNamesOfTheirKinds() throws IOException {
        ImportedEntity place = taken(item("Q10")
                .label("ar", "المغرب")
                .label("en", "Morocco")
                .alias("ar", "مغربي")
                .alias("en", "MAR")
                .text("P1549", "ar", "مغربي")
                .text("P1549", "hu", "marokkói")
                .is("P31", "Q515"));

        assertThat(place.aliases())
                .contains(new Alias("ar", AliasType.DEMONYM, "مغربي"), new Alias("en", AliasType.ACRONYM, "MAR"))
                .doesNotContain(new Alias("ar", AliasType.NAME, "مغربي"));
    }

    @Test
    void relationsHaveTheirDaysAndOfCitizenshipTheBestCount() throws IOException {
        ImportedEntity person = taken(item("Q10")
                .label("ar", "اسم")
                .is("P31", "Q5")
                .is("P27", "Q142", "normal")
                .is("P27", "Q1028", "preferred")
                .is("P102", "Q7", "normal")
                .at("P102", "P580", "+2005-03-00T00:00:00Z", 10)
                .at("P102", "P582", "+2010-00-00T00:00:00Z", 9)
                .is("P102", "Q8", "preferred")
                .is("P463", "Q9", "deprecated"));

        assertThat(person.relations())
                .containsExactly(
                        new ImportedRelation(RelationKind.CITIZEN_OF, 1028, null, null, null),
                        new ImportedRelation(
                                RelationKind.MEMBER_OF, 7, null, LocalDate.of(2005, 3, 1), LocalDate.of(2010, 12, 31)),
                        new ImportedRelation(RelationKind.MEMBER_OF, 8, null, null, null));
    }

    @Test
    void whereSomethingLiesIsToldOnceAndNotOfItself() throws IOException {
        ImportedEntity office = taken(item("Q10")
                .label("ar", "وزارة")
                .is("P31", "Q327333")
                .is("P159", "Q3551")
                .is("P131", "Q3551")
                .is("P17", "Q1028")
                .is("P361", "Q10")
                .was("P749", "Q77"));

        assertThat(office.relations())
                .containsExactly(
                        new ImportedRelation(RelationKind.LOCATED_IN, 3551, null, null, null),
                        new ImportedRelation(RelationKind.LOCATED_IN, 1028, null, null, null));
    }

    @Test
    void anOfficeIsOfWhatItsStatementOrItsItemSays() throws IOException {
        ImportedEntity person = taken(item("Q10")
                .label("ar", "اسم")
                .is("P31", "Q5")
                .is("P39", "Q600")
                .at("P39", "P580", "+2021-10-07T00:00:00Z", 11)
                .is("P39", "Q601")
                .of("P39", "P642", "Q700"));
        Items premier = item("Q600")
                .label("ar", "رئيس الحكومة المغربية")
                .is("P31", "Q4164871")
                .is("P1001", "Q1028")
                .is("P2389", "Q800");

        assertThat(person.relations())
                .containsExactly(
                        new ImportedRelation(RelationKind.HOLDS_OFFICE, null, 600, LocalDate.of(2021, 10, 7), null),
                        new ImportedRelation(RelationKind.HOLDS_OFFICE, 700, 601, null, null));
        assertThat(outcome(all(), premier)).isEqualTo(new Outcome.Held(new Office(600, "رئيس الحكومة المغربية", 800)));
    }

    @Test
    void anItemHasOnlySoManyRelations() throws IOException {
        Items item = item("Q10").label("ar", "اسم").is("P31", "Q5");
        for (int number = 1; number <= CONFIG.maxRelations() + 5; number++) {
            item.is("P463", "Q" + number);
        }

        assertThat(taken(item).relations()).hasSize(CONFIG.maxRelations());
    }

    @Test
    void aNameWithWhatIsNoCharacterIsNone() throws IOException {
        assertThat(skipped(item("Q1").label("ar", "اسم\u0000").is("P31", "Q5"))).isEqualTo(SkipReason.NO_NAME);
        assertThat(skipped(item("Q1").label("ar", "سطر\nسطر").is("P31", "Q5"))).isEqualTo(SkipReason.NO_NAME);
    }

    @Test
    void whatIsNotWantedIsLeftOutWithItsReason() throws IOException {
        assertThat(skipped(item("Q1").label("ar", "توضيح").is("P31", "Q4167410")))
                .isEqualTo(SkipReason.WIKIMEDIA_PAGE);
        assertThat(skipped(item("Q1").label("ar", "شيء").is("P31", "Q999"))).isEqualTo(SkipReason.NO_TYPE);
        assertThat(skipped(item("Q1").label("ar", "شيء"))).isEqualTo(SkipReason.NO_TYPE);
        assertThat(skipped(item("Q1").label("ar", "شيء").statement("P31", null, "normal")))
                .isEqualTo(SkipReason.NO_TYPE);
        assertThat(skipped(item("Q1").label("de", "Name").is("P31", "Q5"))).isEqualTo(SkipReason.NO_NAME);
        assertThat(skipped(item("Q1").label("ar", " ").is("P31", "Q5"))).isEqualTo(SkipReason.NO_NAME);
        ItemSelection places = new ItemSelection(Set.of(EntityType.PLACE), List.of("ar"), 0);
        assertThat(outcome(places, item("Q1").label("ar", "اسم").is("P31", "Q5")))
                .isEqualTo(new Outcome.Skipped(SkipReason.OTHER_TYPE, "Q1"));
        ItemSelection known = new ItemSelection(EnumSet.allOf(EntityType.class), List.of("ar"), 3);
        assertThat(outcome(known, item("Q1").label("ar", "اسم").sitelinks(2).is("P31", "Q5")))
                .isEqualTo(new Outcome.Skipped(SkipReason.FEW_SITELINKS, "Q1"));
        assertThat(outcome(known, item("Q1").label("ar", "اسم").sitelinks(3).is("P31", "Q5")))
                .isInstanceOf(Outcome.Taken.class);
    }

    private static @Nullable String birth(String time, int precision, String calendar) throws IOException {
        return taken(item("Q10").label("ar", "اسم").is("P31", "Q5").date("P569", time, precision, "normal", calendar))
                .dates()
                .get(DateProperty.BIRTH);
    }

    private static ImportedEntity taken(Items item) throws IOException {
        Outcome outcome = outcome(all(), item);
        assertThat(outcome).isInstanceOf(Outcome.Taken.class);
        return ((Outcome.Taken) outcome).entity();
    }

    private static SkipReason skipped(Items item) throws IOException {
        Outcome outcome = outcome(all(), item);
        assertThat(outcome).isInstanceOf(Outcome.Skipped.class);
        return ((Outcome.Skipped) outcome).reason();
    }

    private static ItemSelection all() {
        return new ItemSelection(EnumSet.allOf(EntityType.class), List.of("ar", "fr", "en"), 0);
    }

    private static Outcome outcome(ItemSelection wanted, Items item) throws IOException {
        Set<String> languages = new HashSet<>(wanted.languages());
        languages.add(EntityMaker.MULTILINGUAL);
        ClassList list = ClassList.read("wikidata/classes.txt");
        EntityMaker maker = new EntityMaker(
                wanted, new ClassTree(10).types(list.types()), list.pages(), Map.of(1028, "MA", 142, "FR"), CONFIG);
        byte[] line = item.json().getBytes(StandardCharsets.UTF_8);
        return new ItemReader(languages, EntityMaker.PROPERTIES)
                .read(line, 0, line.length)
                .map(maker::make)
                .orElseThrow();
    }
}
