package org.khabar.article.importing.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.UnreadablePage;

/** The label of a section says what sort of piece an article is, a menu does not. */
class KindLabelTest {

    private static final String TEXT = """
            %s
            هل فشلت النخب في تدبير أزمة الماء بالمغرب؟

            5 مارس 2025 18:10
            %s
            هسبريس - محمد الراجي

            تعيش مناطق واسعة من المملكة منذ سنوات على وقع جفاف متواصل أثر على الفلاحة وعلى تزويد المدن بالماء الشروب.

            ويرى خبراء أن تدبير هذه الأزمة يحتاج إلى سياسة عمومية مندمجة تراعي حاجات السكان في السنوات المقبلة.
            """;

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            رأي                        ; OPINION
            مقالات رأي                 ; OPINION
            الرئيسية / رأي             ; OPINION
            الرئيسية » حوارات          ; INTERVIEW
            Accueil > Opinions         ; OPINION
            تحليل                      ; ANALYSIS
            كاريكاتير                  ; CARTOON
            سياسة                      ; NEWS
            سياسة | رأي | فيديو        ; NEWS
            الرئيسية / رأي / سياسة     ; NEWS
            """)
    void labelsAboveTheHeadline(String label, ArticleKind kind) throws UnreadablePage {
        assertThat(parse(TEXT.formatted(label + "\n", "")).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            رأي     ; OPINION
            Opinion ; OPINION
            سياسة   ; NEWS
            """)
    void labelsBesideTheDate(String label, ArticleKind kind) throws UnreadablePage {
        assertThat(parse(TEXT.formatted("", label)).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"رأي", "فيديو"})
    void theEndOfAMenuIsNoLabel(String last) throws UnreadablePage {
        assertThat(parse(TEXT.formatted("الرئيسية\nسياسة\nاقتصاد\nرياضة\n" + last + "\n", ""))
                        .kind())
                .isEqualTo(ArticleKind.NEWS);
    }

    private static ArticleDraft parse(String page) throws UnreadablePage {
        return new PageTextParser(new TestOutlets(), TestOutlets.MAX_LINES).parse(page, TestOutlets.context());
    }
}
