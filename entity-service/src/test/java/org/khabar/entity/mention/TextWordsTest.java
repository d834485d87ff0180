package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.entity.tagging.AliasType;

/** Wherever a name may be tagged, its words find the text. */
class TextWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فك", "فل"})
    void aNameIsFoundWithEveryParticle(String particles) {
        assertThat(finds(AliasType.NAME, "حماس", "قالت " + particles + "حماس أمس"))
                .isTrue();
        assertThat(finds(AliasType.NAME, "المغرب", "عاد " + particles + "المغرب"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"للولايات", "وللولايات", "فللولايات"})
    void theArticleAfterAParticleIsTheName(String word) {
        assertThat(finds(AliasType.NAME, "الولايات المتحدة", "وصل " + word + " المتحدة الأمريكية"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"أحمد العربي,احمد العربي", "مُحَمَّد,محمد", "Élysée,elysee", "Côte d'Ivoire,Cote d’Ivoire", "U.N.,U.N."
    })
    void spellingsThatAreOneNameAreFound(String name, String text) {
        assertThat(finds(AliasType.NAME, name, text)).isTrue();
    }

    @Test
    void anAdjectiveOfNationalityIsFoundWithItsArticle() {
        assertThat(finds(AliasType.DEMONYM, "فلسطيني", "قال الفلسطيني")).isTrue();
        assertThat(finds(AliasType.DEMONYM, "فلسطيني", "وللفلسطيني رأي")).isTrue();
    }

    @Test
    void aTextWithoutOneOfTheWordsIsNotFound() {
        assertThat(finds(AliasType.NAME, "جو بايدن", "قال جو أمس")).isFalse();
        assertThat(finds(AliasType.NAME, "جو بايدن", "قال بايدن أمس")).isFalse();
        assertThat(finds(AliasType.NAME, "فلسطيني", "قال الفلسطيني")).isFalse();
    }

    @Test
    void aNameWithoutAWordFindsNothing() {
        assertThat(TextWords.patterns("ar", AliasType.NAME, "—")).isEmpty();
    }

    /** As the database compares them: any of the first words, all of the further ones. */
    private static boolean finds(AliasType type, String name, String text) {
        Set<Integer> words = new HashSet<>(Arrays.asList(TextWords.of(List.of("عنوان", text))));
        return TextWords.patterns("ar", type, name).stream()
                .anyMatch(pattern -> Arrays.stream(pattern.first()).anyMatch(words::contains)
                        && words.containsAll(Arrays.asList(pattern.further())));
    }
}
