package org.khabar.entity.linking;

import static org.assertj.core.api.Assertions.assertThat;

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
                .containsExactly(org.assertj.core.groups.Tuple.tuple("جامعة تونس للفنون", EntityType.ORGANIZATION));
        assertThat(found("ar", "درس في جامعة أجنبية")).isEmpty();
        assertThat(found("ar", "نظمت جامعة القاهرة ندوة")).isEmpty();
    }

    @Test
    void aFirstNameAloneIsNobody() {
        assertThat(found("ar", "غاب محمد عن اللقاء، وحضر أحمد، ثم الجزائري.")).isEmpty();
    }

    private static List<String> found(String language, String text) {
        return LinkedText.unknown(language, List.of(text)).stream()
                .map(UnknownName::surface)
                .toList();
    }
}
