package org.khabar.article.importing.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.khabar.article.importing.draft.DraftBlock;

/** What becomes of the HTML that feeds and ninjs carry. */
class HtmlBlocksTest {

    @Test
    void eachPartOfATextIsABlockOfItsKind() {
        assertThat(read("""
                <h2>رقمنة الجرائد القديمة</h2>
                <p>ويقترح المنظمون <b>خطة</b> لرقمنة&nbsp;الجرائد.</p>
                <blockquote><p>الورق لا ينتظر</p></blockquote>
                <ul><li>طنجة</li><li>فاس <em>ومكناس</em></li></ul>
                <figure><img src="a.jpg" alt="x"><figcaption>واجهة المكتبة الوطنية</figcaption></figure>
                """))
                .containsExactly(
                        "HEADING رقمنة الجرائد القديمة",
                        "PARAGRAPH ويقترح المنظمون خطة لرقمنة الجرائد.",
                        "QUOTE الورق لا ينتظر",
                        "LIST_ITEM طنجة",
                        "LIST_ITEM فاس ومكناس",
                        "IMAGE واجهة المكتبة الوطنية");
    }

    /** What the service writes itself must come back as it was. */
    @Test
    void whiteSpaceCountsWhereTheMarkupSaysSo() {
        assertThat(
                        read(
                                "<p xml:space=\"preserve\"> سطر\n  ثان\u00A0: </p> <p> a \n b </p>"
                                        + "<figure><figcaption xml:space=\"preserve\"></figcaption></figure><figure><figcaption> </figcaption></figure>"))
                .containsExactly("PARAGRAPH  سطر\n  ثان\u00A0: ", "PARAGRAPH a b", "IMAGE ");
    }

    @Test
    void textWithoutParagraphsIsCutAtDoubleBreaks() {
        assertThat(read("الفقرة الأولى<br>ما تزال<br/><br/>الفقرة الثانية"))
                .containsExactly("PARAGRAPH الفقرة الأولى ما تزال", "PARAGRAPH الفقرة الثانية");
    }

    @Test
    void whatIsNotTextIsLeftOut() {
        assertThat(read("<p>نص</p><script>alert(1)</script><style>p{}</style><iframe>x</iframe>"
                        + "<form><p>اشترك</p></form><!-- سر -->"))
                .containsExactly("PARAGRAPH نص");
    }

    @Test
    void cellsOfARowAreOneParagraph() {
        assertThat(read("<table><tr><td>الرباط</td><td>24°</td></tr><tr><td>فاس</td><td>31°</td></tr></table>"))
                .containsExactly("PARAGRAPH الرباط 24°", "PARAGRAPH فاس 31°");
    }

    /** A mebibyte of open tags: what walks a tree by recursion, or looks up its whole stack for each, dies of it. */
    @Test
    @Timeout(20)
    void absurdNestingIsRead() {
        assertThat(read("<div>".repeat(200_000) + "عمق")).containsExactly("PARAGRAPH عمق");
        assertThat(read("<b><p>".repeat(20_000) + "عمق")).containsExactly("PARAGRAPH عمق");
    }

    private static List<String> read(String html) {
        return HtmlBlocks.read(html).stream().map(HtmlBlocksTest::shown).toList();
    }

    private static String shown(DraftBlock block) {
        return block.kind() + " " + block.text();
    }
}
