package org.khabar.entity.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.khabar.entity.text.TokenizedText;

class TaggerTest {

    private final List<AliasEntry> aliases = new ArrayList<>();

    @Test
    void findsANameAsItStands() {
        organization("حماس");

        assertThat(surfaces("قالت حماس اليوم")).containsExactly("حماس");
    }

    @Test
    void comparesInTheNormalisedForm() {
        place("إسرائيل");

        assertThat(surfaces("قالت إِسـرائيل اليوم")).containsExactly("إِسـرائيل");
    }

    @Test
    void leavesAttachedParticlesOutOfTheSurface() {
        organization("حماس");
        place("قطاع غزة");

        assertThat(surfaces("بين واشنطن وحماس")).containsExactly("حماس");
        assertThat(surfaces("المحتجزين بقطاع غزة وبقطاع غزة")).containsExactly("قطاع غزة", "قطاع غزة");
        assertThat(surfaces("فلحماس ما تقول وكحماس")).containsExactly("حماس", "حماس");
    }

    @Test
    void lamBeforeTheArticleLeavesTheSecondLamToTheName() {
        place("الولايات المتحدة");

        assertThat(surfaces("وقال للولايات المتحدة وللولايات المتحدة"))
                .containsExactly("لولايات المتحدة", "لولايات المتحدة");
    }

    @Test
    void lamBeforeANameInLamIsAParticleToo() {
        place("لبنان");

        assertThat(surfaces("دعما للبنان")).containsExactly("لبنان");
    }

    @Test
    void theTokenAsItStandsComesBeforeItsReadingWithoutParticles() {
        place("وهران");
        person("هران");

        assertThat(tag("زار وهران").getFirst().aliases())
                .extracting(AliasEntry::text)
                .containsExactly("وهران");
    }

    @Test
    void cutsNoParticleFromWordsInsideAName() {
        place("قطاع غزة");

        assertThat(surfaces("قطاع وغزة")).isEmpty();
    }

    @Test
    void cutsNothingThatLeavesFewerThanThreeLetters() {
        place("قم");

        assertThat(surfaces("وقم")).isEmpty();
        assertThat(surfaces("زار قم")).containsExactly("قم");
    }

    @Test
    void theFirstWordOfALongerNameMayHaveTwoLetters() {
        person("جو بايدن");
        place("تل أبيب");

        assertThat(surfaces("ترامب وجو بايدن في حيفا وتل أبيب ثم بتل أبيب ولجو بايدن"))
                .containsExactly("جو بايدن", "تل أبيب", "تل أبيب", "جو بايدن");
    }

    @Test
    void matchesWholeTokens() {
        place("مصر");

        assertThat(surfaces("المصرف المصري مصرفي")).isEmpty();
    }

    @Test
    void theLongestNameWins() {
        organization("حركة المقاومة الإسلامية");
        organization("المقاومة");

        assertThat(surfaces("حركة المقاومة الإسلامية")).containsExactly("حركة المقاومة الإسلامية");
    }

    @Test
    void aLongerNameFurtherRightWinsOverAShorterOne() {
        organization("وزارة الخارجية");
        organization("الخارجية القطرية اليوم");

        assertThat(surfaces("وزارة الخارجية القطرية اليوم")).containsExactly("الخارجية القطرية اليوم");
    }

    @Test
    void amongEqualsTheOneFurtherLeftWins() {
        organization("بنك مصر");
        organization("مصر للطيران");

        assertThat(surfaces("بنك مصر للطيران")).containsExactly("بنك مصر");
    }

    @Test
    void anAdjectiveOfNationalityKeepsItsInsideUntagged() {
        add(EntityType.PLACE, AliasType.DEMONYM, "ar", "جنوب إفريقي");
        place("جنوب");

        assertThat(tag("الجنوب الإفريقي جنوب إفريقي"))
                .hasSize(2)
                .allSatisfy(occurrence ->
                        assertThat(occurrence.aliases().getFirst().type()).isEqualTo(AliasType.DEMONYM));
    }

    @Test
    void noOtherDefiniteFormIsDerived() {
        organization("أونروا");

        assertThat(surfaces("الأونروا")).isEmpty();
    }

    @Test
    void aNameDoesNotRunAcrossPunctuationThatItIsNotWrittenWith() {
        person("أحمد علي");
        place("Washington, D.C.");

        assertThat(surfaces("أحمد، علي")).isEmpty();
        assertThat(surfaces("in Washington, D.C. today")).containsExactly("Washington, D.C");
    }

    @Test
    void latinAcronymsKeepTheirCase() {
        add(EntityType.ORGANIZATION, AliasType.ACRONYM, "en", "WHO");

        assertThat(surfaces("who knows the WHO")).containsExactly("WHO");
    }

    @Test
    void latinNamesNeedACapitalThatIsNotTheArticles() {
        add(EntityType.PLACE, AliasType.NAME, "fr", "La Réunion");
        add(EntityType.ORGANIZATION, AliasType.NAME, "fr", "Orange");

        assertThat(surfaces("à la réunion, une orange. La réunion")).isEmpty();
        assertThat(surfaces("à la Réunion, chez Orange")).containsExactly("la Réunion", "Orange");
    }

    @Test
    void placesOfAnotherLatinLanguageAreNotMeant() {
        add(EntityType.PLACE, AliasType.NAME, "fr", "Maurice");

        assertThat(surfacesIn("en", "Maurice came")).isEmpty();
        assertThat(surfacesIn("fr", "à Maurice")).containsExactly("Maurice");
        assertThat(surfacesIn("ar", "قال Maurice")).containsExactly("Maurice");
    }

    @Test
    void severalEntitiesMayShareAName() {
        place("عمان");
        place("عمّان");

        assertThat(tag("زار عمان").getFirst().aliases()).hasSize(2);
    }

    @Test
    void takesTimeInProportionToTheText() {
        organization("حركة حركة حركة حركة حركة حماس");
        String text = "حركة ".repeat(200_000);

        assertTimeout(Duration.ofSeconds(10), () -> assertThat(surfaces(text)).isEmpty());
    }

    private void organization(String name) {
        add(EntityType.ORGANIZATION, AliasType.NAME, "ar", name);
    }

    private void place(String name) {
        add(EntityType.PLACE, AliasType.NAME, "ar", name);
    }

    private void person(String name) {
        add(EntityType.PERSON, AliasType.NAME, "ar", name);
    }

    private void add(EntityType type, AliasType aliasType, String language, String name) {
        UUID entity = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        aliases.add(new AliasEntry(entity, type, aliasType, language, name, null));
    }

    private List<String> surfaces(String text) {
        return tag(text).stream().map(Occurrence::surface).toList();
    }

    private List<String> surfacesIn(String language, String text) {
        return tagIn(language, text).stream().map(Occurrence::surface).toList();
    }

    private List<Occurrence> tag(String text) {
        return tagIn(null, text);
    }

    private List<Occurrence> tagIn(@Nullable String language, String text) {
        List<Occurrence> occurrences = new Tagger(Dictionary.of(aliases)).tag(TokenizedText.of(text), language);
        assertThat(occurrences)
                .allSatisfy(occurrence -> assertThat(text.substring(occurrence.start(), occurrence.end()))
                        .isEqualTo(occurrence.surface()));
        return occurrences;
    }
}
