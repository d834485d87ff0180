package org.khabar.entity.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What makes a link, one thing at a time, with the catalogue that the service starts with. */
class LinkingFeaturesTest {

    @Test
    void aRoleIsAsGoodAsATitleThoughItSaysOfWhat() {
        assertThat(links("وقال المبعوث الأمريكي إلى الشرق الأوسط ويتكوف إن الاتفاق قريب."))
                .contains("ويتكوف = Steve Witkoff");
        assertThat(links("عين مدرب المنتخب المغربي الركراكي مساعدا.")).contains("الركراكي = Walid Regragui");
        assertThat(links("وزير الأمن القومي بن غفير")).containsExactly("بن غفير = Itamar Ben-Gvir");
    }

    @Test
    void aRoleEndsAtAVerb() {
        assertThat(links("المبعوث الأمريكي يستقبل ويتكوف.")).isEmpty();
        assertThat(links("رئيس الوفد التقى ويتكوف.")).isEmpty();
    }

    @Test
    void aTitleMayFollowBehindAComma() {
        assertThat(links("قال ويتكوف، المبعوث الأمريكي، إن الاتفاق قريب.")).containsExactly("ويتكوف = Steve Witkoff");
        assertThat(links("قال ويتكوف، وهو متفائل، إن الاتفاق قريب.")).isEmpty();
    }

    @Test
    void whoIsJoinedToATitleWithAndIsSomebodyElse() {
        assertThat(links("اجتمع الرئيس وبوتين.")).isEmpty();
        assertThat(links("اجتمع الرئيس بوتين.")).containsExactly("بوتين = Vladimir Putin");
    }

    @Test
    void theCountryOfATitleTellsTwoOfOneSurnameApart() {
        assertThat(links("وزير الخارجية الفلسطيني المالكي")).containsExactly("المالكي = Riyad al-Maliki");
        assertThat(links("رئيس الوزراء العراقي المالكي")).containsExactly("المالكي = Nouri al-Maliki");
        assertThat(links("رئيس الوزراء المالكي")).isEmpty();
    }

    @Test
    void aTitleOfAnotherCountryIsSomebodyElses() {
        assertThat(links("وزير الصحة الإيطالي بوتين")).isEmpty();
    }

    @Test
    void theOutletsCountryDecidesWhatNothingElseDoes() {
        String text = "اندلعت اشتباكات في طرابلس.";
        assertThat(entities("LB", text)).containsExactly(LinkedText.idOf("tripoli-lebanon"));
        assertThat(entities("LY", text)).containsExactly(LinkedText.idOf("tripoli-libya"));
        assertThat(entities(null, text)).isEmpty();
    }

    @Test
    void whatTheArticleSpeaksOfOutweighsTheOutletsCountry() {
        assertThat(entities("LB", "قال مسؤول ليبي إن اشتباكات اندلعت في طرابلس."))
                .containsExactly(LinkedText.idOf("tripoli-libya"));
    }

    @Test
    void theWordBesideASharedNameDecidesForTheWholeArticle() {
        assertThat(links("وصل القطار إلى مدينة برشلونة.", "أغلقت برشلونة شوارعها."))
                .hasSize(2)
                .allMatch(link -> link.endsWith("برشلونة = Barcelona"));
        assertThat(links("خسر فريق برشلونة.", "وأقال برشلونة مدربه."))
                .hasSize(2)
                .allMatch(link -> link.endsWith("FC Barcelona"));
    }

    @Test
    void anEpithetNeedsNoSupportInAnOutletOfACountryThatUsesIt() {
        String text = "استشهد شاب برصاص الاحتلال.";
        assertThat(linksIn("PS", text)).containsExactly("الاحتلال = Israel");
        assertThat(linksIn("FR", text)).isEmpty();
        assertThat(linksIn("PS", "وثق المؤرخ جرائم الاحتلال الفرنسي.")).isEmpty();
    }

    @Test
    void aPlaceInTheNameOfAnOrganisationIsNone() {
        assertThat(links("نظمت جامعة تونس للفنون ندوة، وافتتح بنك قطر للابتكار فرعا."))
                .isEmpty();
        assertThat(links("افتتحت جامعة في تونس.")).containsExactly("تونس = Tunisia");
        assertThat(link(LinkingContext.UNKNOWN, "en", "The London Harbour Trust reported losses in London."))
                .containsExactly("London = London");
        assertThat(link(LinkingContext.UNKNOWN, "fr", "L'Université de Tunis ouvre à Tunis."))
                .hasSize(1);
    }

    @Test
    void aFirstNameBeforeAnotherNameIsSomebodyElses() {
        assertThat(links("قال محمود عباس ذلك. وكتب عباس محمد مقالا. ثم غادر عباس."))
                .containsExactly("محمود عباس = Mahmoud Abbas", "عباس = Mahmoud Abbas");
    }

    @Test
    void aNameThatIsAllFirstNamesMayBeAPartOfALongerOne() {
        assertThat(links("قال الطبيب محمود عباس الجابري ذلك.")).isEmpty();
        assertThat(links("قال محمود عباس الفلسطيني ذلك.")).containsExactly("محمود عباس = Mahmoud Abbas");
    }

    @Test
    void whoIsNamedLikeACitySpeaksInItsPlace() {
        assertThat(links("عرض فيلم دينزل واشنطن في لوس أنجلوس.", "وقال واشنطن إنه سعيد.", "ثم سافر إلى واشنطن."))
                .containsExactly("لوس أنجلوس = Los Angeles", "واشنطن = Washington, D.C.");
    }

    @Test
    void aPrivatePersonIsNobodyOfTheCatalogueByACommonName() {
        assertThat(links("أصيب الطفل الفلسطيني محمد صلاح في البيت.")).isEmpty();
        assertThat(links("حضر المواطن حكيمي.")).isEmpty();
        assertThat(links("سجل محمد صلاح هدفين.")).containsExactly("محمد صلاح = Mohamed Salah");
    }

    @Test
    void aSurnameThatIsAnAdjectiveTooNeedsMoreThanItsPlaceInASentence() {
        assertThat(links("قال قيس سعيد إنه سعيد بالنتائج. وأكد سعيد ذلك."))
                .containsExactly("قيس سعيد = Kais Saied", "سعيد = Kais Saied");
    }

    @Test
    void adjectivesOfNationalityAreShownWhenAskedFor() {
        String text = "وزير مغربي زار القطريين";
        assertThat(links(text)).isEmpty();
        assertThat(link(new LinkingContext(null, false, true), "ar", text))
                .containsExactly("مغربي = Morocco", "القطريين = Qatar");
    }

    @Test
    void aSurnameInAHeadlineIsWhomTheTextNamesInFull() {
        String[] article = {"ماكرون في الرباط", "وصل إيمانويل ماكرون."};
        assertThat(link(LinkingContext.ofArticle("FR"), "ar", article)).contains("ماكرون = Emmanuel Macron");
        assertThat(links(article)).doesNotContain("ماكرون = Emmanuel Macron");
    }

    @Test
    void theWeightsOfALinkAreItsConfidence() throws IOException {
        for (GoldPassage passage : GoldPassage.read(Path.of("src/test/resources/passages/development.jsonl"))) {
            for (Link link : LinkedText.links(passage)) {
                double sum =
                        link.why().stream().mapToDouble(LinkingReason::weight).sum();
                assertThat(Odds.probability(sum)).as(link.toString()).isEqualTo(link.confidence(), within(0.02));
                assertThat(link.why().getFirst().feature()).isEqualTo(LinkingFeature.KIND);
            }
        }
    }

    private static List<UUID> entities(@Nullable String outletCountry, String text) {
        return LinkedText.links(new LinkingContext(outletCountry, false, false), "ar", List.of(text)).stream()
                .map(Link::entity)
                .toList();
    }

    private static List<String> links(String... texts) {
        return link(LinkingContext.UNKNOWN, "ar", texts);
    }

    private static List<String> linksIn(String outletCountry, String text) {
        return link(new LinkingContext(outletCountry, false, false), "ar", text);
    }

    private static List<String> link(LinkingContext context, String language, String... texts) {
        return LinkedText.link(context, language, Stream.of(texts).toList()).stream()
                .map(found -> found.surface() + " = " + found.name())
                .toList();
    }
}
