package org.khabar.entity.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextNormalizerTest {

    static Stream<Arguments> spellings() {
        return Stream.of(
                Arguments.of("hamza carriers", "أحمد إيران آسيا ٱلله", "احمد ايران اسيا الله"),
                Arguments.of("alif maqsura", "مصطفى", "مصطفي"),
                Arguments.of("ta marbuta", "غزة", "غزه"),
                Arguments.of("hamza on waw and ya", "مؤتمر بئر", "موتمر بير"),
                Arguments.of("lone hamza stays", "سماء", "سماء"),
                Arguments.of("diacritics", "مُحَمَّدٌ", "محمد"),
                Arguments.of("decomposed hamza", "ا\u0654حمد", "احمد"),
                Arguments.of("tatweel", "حـــماس", "حماس"),
                Arguments.of("lam-alif ligature", "ا\uFEF7خبار", "الاخبار"),
                Arguments.of("presentation forms", "\uFE8D\uFEDF\uFEDB\uFE98\uFE8E\uFE8F", "الكتاب"),
                Arguments.of("bidi marks", "\u200Fغزة\u200E \u202Bمصر\u202C", "غزه مصر"),
                Arguments.of("Arabic-Indic digits", "٢٠٢٥", "2025"),
                Arguments.of("extended digits", "۲۰۲۵", "2025"),
                Arguments.of("Latin case and diacritics", "Côte d’Ivoire ÉTATS-UNIS", "cote d'ivoire etats-unis"),
                Arguments.of("decomposed Latin", "Cafe\u0301", "cafe"),
                Arguments.of("Latin letters without decomposition", "Œuvre Æ ß Ø Ł", "oeuvre ae ss o l"),
                Arguments.of("full width", "ＵＮ", "un"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spellings")
    void foldsSpellings(String what, String written, String compared) {
        assertThat(TextNormalizer.normalize(written).value()).as(what).isEqualTo(compared);
    }

    @Test
    void aLetterOwnsTheMarksOnIt() {
        NormalizedText text = TextNormalizer.normalize("مُحمّد");

        assertThat(text.originalStart(0)).isZero();
        assertThat(text.originalEnd(0)).isEqualTo(2);
        assertThat(text.originalEnd(text.length() - 1)).isEqualTo(6);
    }

    @Test
    void bothLettersOfALigatureStandForAllOfIt() {
        NormalizedText text = TextNormalizer.normalize("ا\uFEF7خبار");

        assertThat(text.originalStart(1)).isEqualTo(1);
        assertThat(text.originalEnd(1)).isEqualTo(2);
        assertThat(text.originalStart(2)).isEqualTo(1);
        assertThat(text.originalEnd(2)).isEqualTo(2);
        assertThat(text.originalStart(3)).isEqualTo(2);
    }

    @Test
    void aTrailingBidiMarkIsNotPartOfTheLetterBefore() {
        assertThat(TextNormalizer.normalize("غزة\u200F").originalEnd(2)).isEqualTo(3);
    }

    @Test
    void emptyTextHasNoCharacters() {
        assertThat(TextNormalizer.normalize("").length()).isZero();
    }
}
