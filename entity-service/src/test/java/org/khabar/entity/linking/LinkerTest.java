package org.khabar.entity.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.Dictionary;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Tagger;
import org.khabar.entity.text.TokenizedText;

class LinkerTest {

    private final List<AliasEntry> aliases = new ArrayList<>();
    private final List<String> titles = new ArrayList<>(
            List.of("PERSON\tالرئيس", "PERSON\tرئيس الوزراء", "PERSON\tMr", "PERSON\tpresident", "QUALIFIER\tالسابق"));

    @Test
    void aNameLinksByItself() {
        add("hamas", EntityType.ORGANIZATION, AliasType.NAME, "حماس");

        assertThat(links("قالت حماس")).containsExactly("0 حماس = hamas");
    }

    @Test
    void anAdjectiveOfNationalityNeverLinks() {
        add("us", EntityType.PLACE, AliasType.DEMONYM, "أمريكي");

        assertThat(links("وزير أمريكي في القاعدة الأمريكية والأمريكي")).isEmpty();
    }

    @Test
    void aSurnameAloneDoesNotLink() {
        witkoff();

        assertThat(links("خطة ويتكوف")).isEmpty();
    }

    @Test
    void aSurnameLinksAfterTheFullNameInAnEarlierPassage() {
        witkoff();

        assertThat(links("ستيف ويتكوف في الدوحة", "خطة ويتكوف"))
                .containsExactly("0 ستيف ويتكوف = witkoff", "1 ويتكوف = witkoff");
    }

    @Test
    void aSurnameBeforeTheFullNameDoesNotLink() {
        witkoff();

        assertThat(links("خطة ويتكوف", "ستيف ويتكوف")).containsExactly("1 ستيف ويتكوف = witkoff");
    }

    @Test
    void aSurnameLinksBesideATitleAndFromThenOn() {
        witkoff();

        assertThat(links("قال الرئيس ويتكوف ثم عاد ويتكوف"))
                .containsExactly("0 ويتكوف = witkoff", "0 ويتكوف = witkoff");
    }

    @Test
    void aTitleMayHaveAnAttachedParticleOrSeveralWords() {
        witkoff();

        assertThat(links("وقال للرئيس ويتكوف")).hasSize(1);
        assertThat(links("لقاء رئيس الوزراء ويتكوف")).hasSize(1);
        assertThat(links("رئيس ويتكوف")).isEmpty();
    }

    @Test
    void nationalityAndQualifierMayStandBetweenTitleAndName() {
        witkoff();
        add("us", EntityType.PLACE, AliasType.DEMONYM, "أمريكي");

        assertThat(links("الرئيس الأمريكي السابق ويتكوف")).containsExactly("0 ويتكوف = witkoff");
        assertThat(links("الرئيس يستقبل ويتكوف")).isEmpty();
    }

    @Test
    void aLatinTitleMayEndInAFullStop() {
        add("witkoff", EntityType.PERSON, AliasType.SHORT, "Witkoff");

        assertThat(links("said Mr. Witkoff")).containsExactly("0 Witkoff = witkoff");
    }

    @Test
    void aTitleOfAPersonDoesNotFitAnOrganization() {
        add("fatah", EntityType.ORGANIZATION, AliasType.SHORT, "فتح");

        assertThat(links("الرئيس فتح الباب")).isEmpty();
    }

    @Test
    void ofSeveralWithTheSurnameTheOneNamedInFullIsMeant() {
        bushes();

        assertThat(links("جورج بوش الابن", "قال بوش")).containsExactly("0 جورج بوش الابن = son", "1 بوش = son");
    }

    @Test
    void ofSeveralWithTheSurnameNoneIsMeantByATitleAlone() {
        bushes();

        assertThat(links("الرئيس بوش")).isEmpty();
    }

    @Test
    void ofSeveralNamedInFullNoneIsMeantByTheSurname() {
        bushes();

        assertThat(links("جورج بوش الأب وجورج بوش الابن", "قال بوش")).hasSize(2);
    }

    @Test
    void aPersonNamedInFullWinsOverAPlaceOfTheSurname() {
        add("city", EntityType.PLACE, AliasType.NAME, "واشنطن");
        add("actor", EntityType.PERSON, AliasType.NAME, "دينزل واشنطن");
        add("actor", EntityType.PERSON, AliasType.SHORT, "واشنطن");

        assertThat(links("دينزل واشنطن", "قال واشنطن")).containsExactly("0 دينزل واشنطن = actor", "1 واشنطن = actor");
        assertThat(links("في واشنطن")).containsExactly("0 واشنطن = city");
    }

    @Test
    void aSharedNameGoesToTheEntityNamedOtherwise() {
        amman();

        assertThat(links("زار عمان", "سلطنة عمان")).containsExactly("0 عمان = oman", "1 سلطنة عمان = oman");
    }

    @Test
    void aSharedNameGoesToItsExactSpelling() {
        amman();

        assertThat(links("زار عمّان")).containsExactly("0 عمّان = amman");
    }

    @Test
    void aSharedNameGoesToTheCountryThatTheArticleIsAbout() {
        amman();
        add("jordan", EntityType.PLACE, AliasType.DEMONYM, "أردني", "JO");

        assertThat(links("زار عمان", "الوزير الأردني")).containsExactly("0 عمان = amman");
    }

    @Test
    void aSharedNameThatNothingDecidesIsNone() {
        amman();

        assertThat(links("زار عمان")).isEmpty();
    }

    @Test
    void aLinkUnderTheThresholdIsNone() {
        add("israel", EntityType.PLACE, AliasType.EPITHET, "الكيان");
        LinkingPolicy strict = new LinkingPolicy(0.95, 0.9, 0.9, 0.8, 0.85, 0.75, 0.85);

        assertThat(linker(strict).link(passages("قال الكيان"))).isEmpty();
        assertThat(links("قال الكيان")).hasSize(1);
    }

    @Test
    void aListOfTitlesThatCannotBeReadIsRefusedWithItsLine() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TitleWords.parse(Stream.of("no tab here")))
                .withMessageContaining("no tab here");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TitleWords.parse(Stream.of("KING\tالملك")))
                .withMessageContaining("KING");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PersonNameWords.parse(Stream.of("FIRST\tجورج")))
                .withMessageContaining("FIRST");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Homographs.parse(Stream.of("قطر\tAFTER")))
                .withMessageContaining("قطر");
    }

    private void witkoff() {
        add("witkoff", EntityType.PERSON, AliasType.NAME, "ستيف ويتكوف");
        add("witkoff", EntityType.PERSON, AliasType.SHORT, "ويتكوف");
    }

    private void bushes() {
        add("father", EntityType.PERSON, AliasType.NAME, "جورج بوش الأب");
        add("son", EntityType.PERSON, AliasType.NAME, "جورج بوش الابن");
        add("father", EntityType.PERSON, AliasType.SHORT, "بوش");
        add("son", EntityType.PERSON, AliasType.SHORT, "بوش");
    }

    private void amman() {
        add("amman", EntityType.PLACE, AliasType.NAME, "عمّان", "JO");
        add("oman", EntityType.PLACE, AliasType.NAME, "عُمان", "OM");
        add("oman", EntityType.PLACE, AliasType.NAME, "سلطنة عمان", "OM");
    }

    private void add(String entity, EntityType type, AliasType aliasType, String text) {
        add(entity, type, aliasType, text, null);
    }

    private void add(String entity, EntityType type, AliasType aliasType, String text, @Nullable String country) {
        aliases.add(new AliasEntry(id(entity), type, aliasType, text.charAt(0) < 128 ? "en" : "ar", text, country));
    }

    private static UUID id(String entity) {
        return UUID.nameUUIDFromBytes(entity.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> links(String... texts) {
        return linker(LinkedText.POLICY).link(passages(texts)).stream()
                .map(link ->
                        "%d %s = %s".formatted(link.passage(), link.occurrence().surface(), nameOf(link.entity())))
                .toList();
    }

    private static String nameOf(UUID entity) {
        return Stream.of(
                        "hamas", "us", "witkoff", "fatah", "son", "father", "city", "actor", "oman", "amman", "jordan",
                        "israel")
                .filter(name -> id(name).equals(entity))
                .findFirst()
                .orElseThrow();
    }

    private Linker linker(LinkingPolicy policy) {
        return new Linker(
                new LinkingWords(
                        TitleWords.parse(titles.stream()),
                        PersonNameWords.parse(Stream.of()),
                        Homographs.parse(Stream.of())),
                policy);
    }

    private List<TaggedPassage> passages(String... texts) {
        Tagger tagger = new Tagger(Dictionary.of(aliases));
        return Stream.of(texts)
                .map(TokenizedText::of)
                .map(text -> new TaggedPassage(text, tagger.tag(text, null)))
                .toList();
    }
}
