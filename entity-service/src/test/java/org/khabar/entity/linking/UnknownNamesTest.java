package org.khabar.entity.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.khabar.entity.tagging.EntityType;

class UnknownNamesTest {

    @Test
    void aFirstNameWithASurnameIsAPerson() {
        assertThat(found("ar", "قال محمد الزيتوني إن مروان بن خالد الحسامي غادر."))
                .containsExactly("محمد الزيتوني", "مروان بن خالد الحسامي");
        assertThat(found("fr", "L'avocate Marie Kervadec a parlé.")).containsExactly("Marie Kervadec");
    }

    @Test
    void aFirstNameThatIsACommonWordTooNeedsATitleOrAVerb() {
        assertThat(found("ar", "وقال سامر الحلواني ذلك، ثم غادر الدكتور كريم الحلواني."))
                .containsExactly("سامر الحلواني", "كريم الحلواني");
        assertThat(found("ar", "تقرير عن جمال الصحاري")).isEmpty();
    }

    @Test
    void anAttachedParticleIsNoPartOfTheName() {
        assertThat(found("ar", "التقى بمحمد الزيتوني")).containsExactly("محمد الزيتوني");
    }

    @Test
    void whomTheCatalogueHasIsNoCandidate() {
        assertThat(found("ar", "قال محمود عباس في القاهرة إن إيمانويل ماكرون وافق."))
                .isEmpty();
    }

    @Test
    void aRelativeOfSomebodyKnownIsOne() {
        assertThat(found("ar", "وصلت سارة ترامب")).containsExactly("سارة ترامب");
    }

    @Test
    void anOrganisationIsItsHeadWithWhatItIsOf() {
        assertThat(LinkedText.unknown("ar", List.of("ندوة بجامعة تونس للفنون أمس")))
                .extracting(UnknownName::surface, UnknownName::type)
                .containsExactly(tuple("جامعة تونس للفنون", EntityType.ORGANIZATION));
        assertThat(found("ar", "درس في جامعة أجنبية")).isEmpty();
        assertThat(found("ar", "نظمت جامعة القاهرة ندوة")).isEmpty();
    }

    @Test
    void aFirstNameAloneIsNobody() {
        assertThat(found("ar", "غاب محمد عن اللقاء، وحضر أحمد، ثم الجزائري.")).isEmpty();
    }

    @Test
    void anOrganisationMayHaveAWordBetweenItsHeadAndWhatItIsOf() {
        assertThat(found("ar", "حذرت جمعية حماية المستهلك من الغش، ونشر مركز دراسات الهجرة تقريره."))
                .containsExactly("جمعية حماية المستهلك", "مركز دراسات الهجرة");
        assertThat(found("ar", "أسس جمعية حماية")).isEmpty();
    }

    @Test
    void aNameThatNothingElseTellsIsOneBeforeWhatItIsFor() {
        assertThat(found("ar", "نقلت وكالة سنابل للأنباء عن شركة زينيت للاتصالات المتنقلة قولها"))
                .containsExactly("وكالة سنابل للأنباء", "شركة زينيت للاتصالات المتنقلة");
        assertThat(found("ar", "تأسست شركة جديدة للاتصالات ومركز وطني للدراسات، وشركة للنقل، ووكالة أسفار"))
                .isEmpty();
    }

    @Test
    void whatEachStateHasIsToldByItsCountry() {
        assertThat(found("ar", "أعلنت وزارة التربية والتعليم الموريتانية نتائج الباكالوريا."))
                .containsExactly("وزارة التربية والتعليم الموريتانية");
        assertThat(found("ar", "قضت محكمة الاستئناف بوجدة بذلك، وأعلنت وزارة الشباب برنامجها، وصادق مجلس الجهة عليه."))
                .isEmpty();
    }

    @Test
    void aDefiniteOneSaysWhatItIsFor() {
        assertThat(found("ar", "أفاد المركز الجهوي للسلامة الطرقية والجمعية الوطنية لحقوق المستأجرين بذلك"))
                .containsExactly("المركز الجهوي للسلامة الطرقية", "الجمعية الوطنية لحقوق المستأجرين");
        assertThat(found("ar", "اجتمع المكتب السياسي للحزب، واحتل المركز الأول للبطولة، وحضر المدير العام للشركة"))
                .isEmpty();
        assertThat(found("ar", "صادقت اللجنة التنفيذية للاتحاد والجمعية العامة للأمم المتحدة على القرار"))
                .isEmpty();
    }

    @Test
    void aNameInQuotesOrInLatinScriptIsTheNameOfAnOrganisation() {
        assertThat(found("ar", "وقعت شركة «أفق المتوسط» اتفاقا مع جمعية \"أيادي النور\" ومع شركة OpenLedger أمس"))
                .containsExactly("أفق المتوسط", "أيادي النور", "OpenLedger");
        assertThat(found("ar", "كتبت صحيفة «هذا كلام طويل لا ينتهي عند حد ولا يسمي أحدا» وقناة «الجزيرة» ذلك"))
                .isEmpty();
    }

    @Test
    void anOrganisationEndsBeforeWhatNeedNotBeAPartOfIt() {
        assertThat(found(
                        "ar",
                        "أكدت جمعية الضياء التي تأسست حديثا، ونادي الوئام الثلاثاء الماضي، وجامعة الفارابي والمعهد"))
                .containsExactly("جمعية الضياء", "نادي الوئام", "جامعة الفارابي");
        assertThat(found("ar", "انتقل من جامعة إلى أخرى ومن شركة ألعاب إلى مؤسسة ألوان"))
                .isEmpty();
    }

    @Test
    void aNameOfUnknownWordsIsUnsure() {
        assertThat(LinkedText.unknown("ar", List.of("قال صفوان المهيري إن الدكتورة شهيرة بن غالي غابت.")))
                .extracting(UnknownName::surface, UnknownName::type, UnknownName::sure)
                .contains(tuple("صفوان المهيري", EntityType.PERSON, false));
        assertThat(found("ar", "وأضاف مصدر أمني أن رئيس النادي غادر، وقال مدرب النادي ذلك، وأعلن بيان رسمي عنه."))
                .isEmpty();
        assertThat(found("ar", "وقال خلال اللقاء الصحفي إن الوضع هادئ، وأكدت مصادر القاضي ذلك"))
                .isEmpty();
    }

    @Test
    void capitalisedWordsAreUnsureNamesButThatWhichBeginsASentence() {
        assertThat(LinkedText.unknown("fr", List.of("Selon Zoubeir Belkhodja, le Groupe Zénith Azur a perdu.")))
                .extracting(UnknownName::surface, UnknownName::type, UnknownName::sure)
                .containsExactly(
                        tuple("Zoubeir Belkhodja", EntityType.PERSON, false),
                        tuple("Groupe Zénith Azur", EntityType.ORGANIZATION, false));
        assertThat(found("en", "Talks Begin On Tuesday In Undisclosed Place")).isEmpty();
        assertThat(found("en", "Nothing New was said on Monday December 4. Also Quiet."))
                .isEmpty();
    }

    private static List<String> found(String language, String text) {
        return LinkedText.unknown(language, List.of(text)).stream()
                .map(UnknownName::surface)
                .toList();
    }
}
