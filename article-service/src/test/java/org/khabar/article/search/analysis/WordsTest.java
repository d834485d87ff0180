package org.khabar.article.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "وبالعراق, العراق",
        "بالعراق, العراق",
        "للعراق, العراق",
        "والعراق, عراق",
        "فالعراق, العراق",
        "كالعراق, العراق",
        "بمراكش, مراكش",
        "وبمراكش, مراكش",
        "ولمراكش, مراكش",
        "وقال, قال",
        "فقال, قال",
        "الوزير, وزير",
        "ووزير, الوزير",
        "وللولايات, الولايات",
        "للجنة, اللجنة",
        "لجان, اللجان",
        "للبنان, لبنان",
        "لليبيا, ليبيا",
        "الانتخابات, انتخاب",
        "انتخاباتها, الانتخابات",
        "حكومتها, الحكومة",
        "شركات, الشركة",
        "العراقيون, عراقي",
        "العراقية, عراقيين",
        "ألمانيا, المانيا",
        "وألمانيا, ألمانيا",
        "الألمانية, ألماني",
        "ﺍﻟﻌﺮﺍﻕ, العراق",
        "العِراق, العـراق",
        "مدرسة, المدرسه",
        "على, علي",
        "٢٠٢٤, 2024",
    })
    void formsOfOneWordMeet(String one, String other) {
        assertThat(stems(one)).containsAnyElementsOf(stems(other));
    }

    @ParameterizedTest
    @CsvSource({
        "العراق, العراقية",
        "لبنان, لبن",
        "وزير, زير",
        "كتاب, تاب",
        "لجنة, جنة",
        "واشنطن, اشنطن",
        "الله, له",
        "فلسطين, فلسطيني",
        "إيران, إيراني",
        "برلمان, رلمان",
        "والدة, دة",
    })
    void otherWordsStayApart(String one, String other) {
        assertThat(stems(one)).doesNotContainAnyElementsOf(stems(other));
    }

    @ParameterizedTest
    @CsvSource({
        "fr, l’Algérie, algerie",
        "fr, d'ÉTAT, état",
        "fr, élections, election",
        "fr, nationaux, national",
        "fr, Lois, loi",
        "en, elections, election",
        "en, countries, country",
        "en, Obama’s, obama",
        "en, Café, cafe",
    })
    void formsInLatinLettersMeet(String language, String one, String other) {
        assertThat(stemsIn(one, language)).containsAnyElementsOf(stemsIn(other, language));
        assertThat(stemsIn(one, language)).containsAnyElementsOf(stems(other));
    }

    @Test
    void elidedWordsAndPunctuationAreNoWords() {
        String text = "L’Algérie, qu’il a vue : «l’été» (3,5 %) aujourd'hui…";
        assertThat(exact(Words.of(text, "fr")))
                .containsExactly("algerie", "il", "a", "vue", "ete", "3", "5", "aujourd", "hui");
    }

    @Test
    void offsetsAreThoseOfTheWrittenWord() {
        String text = "\u200Fقالَ «ﺍﻟﻌﺮﺍﻕ» l’État";
        List<String> written = Words.of(text, "ar").stream()
                .map(word -> text.substring(word.start(), word.end()))
                .toList();
        assertThat(written).containsExactly("قالَ", "ﺍﻟﻌﺮﺍﻕ", "État");
    }

    @Test
    void ligaturesOfSeveralWordsAreTheirWords() {
        assertThat(exact(Words.of("محمد ﷺ", "ar"))).containsExactly("محمد", "صلي", "الله", "عليه", "وسلم");
    }

    @Property
    void everyTextHasWordsInOrderThatFindThemselves(@ForAll String text) {
        int start = 0;
        for (Word word : Words.of(text, "fr")) {
            assertThat(word.start()).isGreaterThanOrEqualTo(start);
            assertThat(word.end()).isGreaterThan(word.start()).isLessThanOrEqualTo(text.length());
            assertThat(word.exact()).isNotEmpty();
            start = word.start();
            List<Word> again = Words.ofAnyLanguage(text.substring(word.start(), word.end()));
            assertThat(again).anyMatch(asked -> !Collections.disjoint(asked.stems(), word.stems()));
        }
    }

    private static Set<String> stems(String word) {
        return Words.ofAnyLanguage(word).stream()
                .flatMap(read -> read.stems().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> stemsIn(String word, String language) {
        return Words.of(word, language).stream()
                .flatMap(read -> read.stems().stream())
                .collect(Collectors.toSet());
    }

    private static List<String> exact(List<Word> words) {
        return words.stream().map(Word::exact).toList();
    }

    @Test
    void longWordsAreCut() {
        char[] letters = new char[500];
        Arrays.fill(letters, 'ب');
        assertThat(Words.of(new String(letters), "ar"))
                .singleElement()
                .satisfies(word -> assertThat(word.exact()).hasSize(Words.MAX_LENGTH));
    }
}
