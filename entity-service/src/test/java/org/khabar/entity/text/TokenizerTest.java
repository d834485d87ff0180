package org.khabar.entity.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenizerTest {

    @Test
    void blanksOnlySeparate() {
        assertThat(tokens("قطاع غزة\u00A0اليوم")).containsExactly("قطاع", "غزه", "اليوم");
    }

    @Test
    void quotesAndPunctuationAreBoundaries() {
        assertThat(tokens("قالت “أكسيوس”، و«رويترز»؛ أمس؟"))
                .containsExactly("قالت", "“", "اكسيوس", "”", "،", "و", "«", "رويترز", "»", "؛", "امس", "؟");
    }

    @Test
    void dashesAreBoundaries() {
        assertThat(tokens("هوية بريس – متابعات")).containsExactly("هويه", "بريس", "–", "متابعات");
    }

    @Test
    void aHyphenBesideABlankIsABoundary() {
        assertThat(tokens("حماس -المصنفة إرهابية منذ 1997- قالت"))
                .containsExactly("حماس", "-", "المصنفه", "ارهابيه", "منذ", "1997", "-", "قالت");
    }

    @Test
    void aHyphenApostropheOrUnderscoreWithinAWordJoins() {
        assertThat(tokens("Abou-Dhabi d’Ivoire #غزة_الآن"))
                .containsExactly("abou", "dhabi", "d", "ivoire", "#", "غزه", "الان");
    }

    @Test
    void aFullStopEndsASentenceButNotAnAbbreviation() {
        assertThat(tokens("U.N. في مصر. قطر")).containsExactly("u", "n", ".", "في", "مصر", ".", "قطر");
    }

    @Test
    void searchKeysHoldWordsAlone() {
        assertThat(SearchKey.of("  «الأُمَم   المتحدة»، U.N. ")).isEqualTo("الامم المتحده u n");
        assertThat(SearchKey.of("%_!")).isEmpty();
    }

    private static List<String> tokens(String text) {
        return TokenizedText.of(text).tokens().stream().map(Token::text).toList();
    }
}
