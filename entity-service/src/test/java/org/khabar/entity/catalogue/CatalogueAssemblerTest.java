package org.khabar.entity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;

class CatalogueAssemblerTest {

    @Test
    void hasTheTerritoriesOfIso3166InThreeLanguages() {
        CatalogueEntry egypt = get("cldr:territory/EG", List.of());

        assertThat(egypt.names()).isEqualTo(Map.of("ar", "مصر", "en", "Egypt", "fr", "Égypte"));
        assertThat(egypt.externalIds()).isEqualTo(Map.of("iso3166-1", "EG"));
        assertThat(egypt.country()).isEqualTo("EG");
    }

    @Test
    void hasNoGroupingsOfTerritories() {
        assertThat(List.of("001", "EU", "QO", "UN", "EZ", "419"))
                .allSatisfy(code ->
                        assertThat(find(CldrTerritories.key(code), List.of())).isEmpty());
    }

    @Test
    void hasCitiesWithAnArabicNameInCldr() {
        assertThat(get("cldr:zone/Africa/Casablanca", List.of()).names())
                .isEqualTo(Map.of("ar", "الدار البيضاء", "en", "Casablanca", "fr", "Casablanca"));
    }

    @Test
    void hasNoCityForAZoneThatStandsForItsCountry() {
        assertThat(List.of("Asia/Qatar", "Asia/Kuwait", "Africa/Djibouti", "Asia/Singapore"))
                .allSatisfy(zone ->
                        assertThat(find(CldrCities.key(zone), List.of())).isEmpty());
    }

    @Test
    void hasNoResearchStations() {
        assertThat(find("cldr:zone/Antarctica/Davis", List.of())).isEmpty();
    }

    @Test
    void aLineWithATerritoryAddsToCldrsEntity() {
        CuratedLine line = line("egypt", "EG", null, Map.of("ar", "مصر", "en", "Egypt"), AliasType.DEMONYM, "مصري");

        CatalogueEntry egypt = get("cldr:territory/EG", List.of(line));

        assertThat(egypt.keys()).containsExactly("cldr:territory/EG", "curated:egypt");
        assertThat(egypt.names()).containsEntry("fr", "Égypte");
        assertThat(egypt.aliases()).contains(new AliasText("ar", AliasType.DEMONYM, "مصري"));
    }

    @Test
    void aLinesNameIsShownAndCldrsStaysAnAlias() {
        CuratedLine line = line("turkey", "TR", null, Map.of("ar", "تركيا", "en", "Turkey"), AliasType.NAME, "تركية");

        CatalogueEntry turkey = get("cldr:territory/TR", List.of(line));

        assertThat(turkey.names()).containsEntry("en", "Turkey");
        assertThat(turkey.aliases()).contains(new AliasText("en", AliasType.NAME, "Türkiye"));
    }

    @Test
    void aLineWithAnotherIdOfAZoneAddsToItsCity() {
        CuratedLine line = line("kyiv", null, "Europe/Kyiv", Map.of("ar", "كييف", "en", "Kyiv"), AliasType.NAME, "كيف");

        assertThat(get(CldrCities.key("Europe/Kiev"), List.of(line)).keys()).contains("curated:kyiv");
    }

    @Test
    void aCitysNameThatIsACountrysIsTheCountrysAlone() {
        CuratedLine line = line(
                "algiers",
                null,
                "Africa/Algiers",
                Map.of("ar", "الجزائر العاصمة", "en", "Algiers"),
                AliasType.NAME,
                "مدينة الجزائر");

        assertThat(get("cldr:zone/Africa/Algiers", List.of(line)).aliases())
                .extracting(AliasText::text)
                .doesNotContain("الجزائر");
    }

    @Test
    void aPlacesNameThatIsACommonWordDoesNotLinkByItself() {
        assertThat(get("cldr:territory/ML", List.of()).aliases())
                .contains(new AliasText("ar", AliasType.SHORT, "مالي"))
                .doesNotContain(new AliasText("ar", AliasType.NAME, "مالي"));
    }

    @Test
    void aNameThatALineGivesToAnotherEntityIsNotCldrsByItself() {
        CuratedLine line =
                line("lagos-bank", null, null, Map.of("ar", "لاغوس", "en", "Lagos Bank"), AliasType.NAME, "بنك لاغوس");

        assertThat(get("cldr:zone/Africa/Lagos", List.of(line)).aliases())
                .contains(new AliasText("ar", AliasType.SHORT, "لاغوس"))
                .doesNotContain(new AliasText("ar", AliasType.NAME, "لاغوس"));
    }

    @Test
    void everyEntityOfTheCatalogueHasAnArabicAndAnEnglishName() {
        assertThat(TestCatalogue.assemble())
                .hasSizeGreaterThan(2000)
                .allSatisfy(entry -> assertThat(entry.names()).containsKeys("ar", "en"));
    }

    private static CuratedLine line(
            String key,
            @Nullable String territory,
            @Nullable String zone,
            Map<String, String> names,
            AliasType type,
            String alias) {
        return new CuratedLine(
                key,
                EntityType.PLACE,
                names,
                Map.of(),
                null,
                territory,
                zone,
                Map.of(),
                Map.of("ar", Map.of(type, List.of(alias))),
                Set.of(),
                Set.of(),
                Map.of());
    }

    private static CatalogueEntry get(String key, List<CuratedLine> lines) {
        return find(key, lines).orElseThrow();
    }

    private static Optional<CatalogueEntry> find(String key, List<CuratedLine> lines) {
        return new CatalogueAssembler(Stream.of("# places", "ar\tمالي"))
                .assemble(lines).stream()
                        .filter(entry -> entry.keys().contains(key))
                        .findFirst();
    }
}
