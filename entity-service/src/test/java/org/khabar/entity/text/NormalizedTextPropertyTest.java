package org.khabar.entity.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for a text of any content, unpaired surrogates and stacked marks among it. */
class NormalizedTextPropertyTest {

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.strings().withCharRange('\u0600', '\u06FF').ofMaxLength(8),
                Arbitraries.strings().withCharRange('\uFB50', '\uFEFF').ofMaxLength(4),
                Arbitraries.strings().withCharRange(' ', '\u024F').ofMaxLength(8),
                Arbitraries.strings().withCharRange('\u0300', '\u036F').ofMaxLength(3),
                Arbitraries.strings().all().ofMaxLength(6),
                Arbitraries.of(
                        "\uD83D\uDE00", "\uD835\uDD38", "\uD83D", "\uDE00", "\u200F", "ـ", "ﷺ", "🇲🇦", " ", "-", "“"));
        return pieces.list().ofMaxSize(8).map(list -> String.join("", list));
    }

    @Property
    void offsetsAscendAndStayInRange(@ForAll("texts") String written) {
        NormalizedText text = TextNormalizer.normalize(written);
        int lastStart = 0;
        int lastEnd = 0;
        for (int i = 0; i < text.length(); i++) {
            assertThat(text.originalStart(i)).isGreaterThanOrEqualTo(lastStart);
            assertThat(text.originalEnd(i)).isGreaterThanOrEqualTo(lastEnd).isLessThanOrEqualTo(written.length());
            assertThat(text.originalEnd(i)).isGreaterThan(text.originalStart(i));
            lastStart = text.originalStart(i);
            lastEnd = text.originalEnd(i);
        }
    }

    @Property
    void offsetsSplitNoSurrogatePair(@ForAll("texts") String written) {
        NormalizedText text = TextNormalizer.normalize(written);
        for (int i = 0; i < text.length(); i++) {
            assertThat(splitsPair(written, text.originalStart(i))).isFalse();
            assertThat(splitsPair(written, text.originalEnd(i))).isFalse();
        }
    }

    @Property
    void offsetsSplitNoLetterFromItsMarks(@ForAll("texts") String written) {
        NormalizedText text = TextNormalizer.normalize(written);
        for (int i = 0; i < text.length(); i++) {
            int end = text.originalEnd(i);
            assertThat(end < written.length() && isMark(written.codePointAt(end)))
                    .isFalse();
        }
    }

    @Property
    void normalisingAgainChangesNothing(@ForAll("texts") String written) {
        String once = TextNormalizer.normalize(written).value();

        assertThat(TextNormalizer.normalize(once).value()).isEqualTo(once);
    }

    @Property
    void tokensAscendWithoutOverlapAndCoverEveryLetter(@ForAll("texts") String written) {
        NormalizedText text = TextNormalizer.normalize(written);
        List<Token> tokens = Tokenizer.tokenize(text);
        int last = 0;
        for (Token token : tokens) {
            assertThat(token.from()).isGreaterThanOrEqualTo(last);
            assertThat(text.value().substring(last, token.from()).codePoints()).noneMatch(Character::isLetterOrDigit);
            last = token.to();
        }
        assertThat(text.value().substring(last).codePoints()).noneMatch(Character::isLetterOrDigit);
    }

    private static boolean splitsPair(String text, int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isHighSurrogate(text.charAt(offset - 1))
                && Character.isLowSurrogate(text.charAt(offset));
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
