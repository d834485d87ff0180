package org.khabar.article.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "آخر اﻷخبار|آخر الأخبار",
                "ﺁﺧﺮ ﺍﻷﺧﺒﺎﺭ|آخر الأخبار",
                "إقرأ أيضاً|اقرا ايضا",
                "مُتابَعَات|متابعات",
                "هويـــة بريس|هوية بريس",
                "على|علي",
                "مدرسة|مدرسه",
                "٠٥ مارس ٢٠٢٥|05 مارس 2025",
                "À LA UNE|a la une",
                "l’été|l'ete",
                "\u200Fخبر\u200E|خبر",
                "a\u00A0\u2003 b|a b",
            })
    void spellingsOfOneWordFoldToOne(String one, String other) {
        assertThat(Folding.fold(one)).isEqualTo(Folding.fold(other));
    }

    /** A text of plain Arabic is folded without taking it apart; beside a letter that must be, it folds to the same. */
    @Property(tries = 3000)
    void plainTextsFoldAsTheyDoBesideOthers(@ForAll("plainTexts") String text) {
        assertThat(Folding.fold("é" + text + "é"))
                .isEqualTo("e" + Folding.fold("x" + text + "x").substring(1).replaceFirst("x$", "e"));
    }

    /** A key is made in one go where it can be. */
    @Property(tries = 3000)
    void keysAreThoseOfFoldedTexts(@ForAll("plainTexts") String text, @ForAll String any) {
        assertThat(Folding.key(text)).isEqualTo(Folding.keyOf(Folding.fold(text)));
        assertThat(Folding.key(any)).isEqualTo(Folding.keyOf(Folding.fold(any)));
        assertThat(Folding.key(text + any)).isEqualTo(Folding.keyOf(Folding.fold(text + any)));
    }

    @Provide
    Arbitrary<String> plainTexts() {
        return Arbitraries.strings()
                .withCharRange('\u0621', '\u0652')
                .withCharRange('\u0000', '\u007F')
                .withChars("،؛؟ ٱ");
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String text) {
        assertThat(Folding.key(Folding.key(text))).isEqualTo(Folding.key(text));
    }
}
