package org.khabar.article.importing.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleMedia;
import org.khabar.article.article.MediaKind;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.LeftOutLine;
import org.khabar.article.importing.draft.LeftOutReason;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.importing.form.FormItem;
import org.khabar.article.importing.form.Forms;
import org.khabar.article.importing.form.TestContexts;

/** Feeds as outlets serve them, and as attackers do. */
class FeedFormTest {

    private static final int MAX_ITEMS = 1000;

    private final FeedForm form = new FeedForm(() -> MAX_ITEMS);

    @Test
    void rssWithTheWholeText() throws UnreadablePage {
        FormItem.Read item = (FormItem.Read) read(Forms.read("wordpress.rss")).getFirst();
        ArticleDraft draft = item.draft();
        assertThat(draft.headline()).isEqualTo("الرباط – ندوة حول \"الأرشيف\" & الصحافة");
        assertThat(item.url()).isEqualTo("https://www.hespress.com/archive-1.html?utm_source=rss");
        assertThat(item.externalId()).isEqualTo("https://www.hespress.com/?p=1");
        assertThat(draft.byline()).isEqualTo("محمد الراجي");
        assertThat(draft.publishedAt()).isEqualTo(Instant.parse("2025-03-05T17:10:00Z"));
        assertThat(draft.outlet()).isEqualTo("hespress");
        assertThat(draft.kind()).isEqualTo(ArticleKind.OPINION);
        assertThat(draft.language())
                .as("what the text is, not what the feed claims")
                .isEqualTo("ar");
        assertThat(blocks(draft))
                .containsExactly(
                        "PARAGRAPH أعلنت وزارة الثقافة عن ندوة حول حفظ أرشيف الصحافة المغاربية.",
                        "HEADING برنامج الندوة",
                        "PARAGRAPH وتشارك فيها مكتبات وطنية.",
                        "IMAGE واجهة المكتبة الوطنية");
        assertThat(draft.leftOut()).extracting(LeftOutLine::reason).containsExactly(LeftOutReason.FOOTER);
        assertThat(draft.warnings()).isEmpty();
    }

    @Test
    void rssWithASummaryAlone() throws UnreadablePage {
        ArticleDraft draft = ((FormItem.Read) read(Forms.read("wordpress.rss")).get(1)).draft();
        assertThat(blocks(draft)).containsExactly("PARAGRAPH الفقرة الأولى من الملخص.", "PARAGRAPH الفقرة الثانية.");
        assertThat(draft.byline()).isEqualTo("هيئة التحرير");
        assertThat(draft.publishedAtStated()).isFalse();
        assertThat(draft.warnings())
                .extracting(ImportWarning::code)
                .containsExactlyInAnyOrder(ImportWarning.Code.SUMMARY_ONLY, ImportWarning.Code.MISSING_DATE);
    }

    @Test
    void anItemWithoutHeadlineIsRefusedAlone() throws UnreadablePage {
        List<FormItem> items = read(Forms.read("wordpress.rss"));
        assertThat(items).hasSize(3);
        assertThat(items.get(2))
                .isInstanceOfSatisfying(
                        FormItem.Refused.class,
                        refused -> assertThat(refused.why().reason()).isEqualTo(Reason.NO_HEADLINE));
    }

    @Test
    void atom() throws UnreadablePage {
        List<FormItem> items = read(Forms.read("blog.atom"));
        FormItem.Read whole = (FormItem.Read) items.getFirst();
        assertThat(whole.draft().headline()).isEqualTo("Les archives de presse");
        assertThat(whole.draft().byline()).isEqualTo("Nadia Bennani");
        assertThat(whole.draft().outlet()).isEqualTo("afp");
        assertThat(whole.draft().publishedAt()).isEqualTo(Instant.parse("2025-03-05T07:00:00Z"));
        assertThat(whole.url()).isEqualTo("https://www.afp.com/fr/archives");
        assertThat(blocks(whole.draft()))
                .containsExactly("PARAGRAPH Les archives entrent à la bibliothèque.", "LIST_ITEM Rabat");
        ArticleDraft summary = ((FormItem.Read) items.get(1)).draft();
        assertThat(blocks(summary)).containsExactly("PARAGRAPH Seulement a < b.");
        assertThat(summary.warnings())
                .extracting(ImportWarning::code)
                .contains(ImportWarning.Code.SUMMARY_ONLY, ImportWarning.Code.UPDATE_DATE_USED);
    }

    @Test
    void theEncodingIsThatOfTheXmlDeclaration() throws UnreadablePage {
        String feed = rss("<item><title>عنوان الخبر</title><description>نص الخبر</description></item>")
                .replace("UTF-8", "windows-1256");
        ArticleDraft draft = ((FormItem.Read)
                        read(feed.getBytes(Charset.forName("windows-1256"))).getFirst())
                .draft();
        assertThat(draft.headline()).isEqualTo("عنوان الخبر");
    }

    /** RFC 7303: it counts before the document's own word, unless the bytes say that it cannot be. */
    @Test
    void theEncodingThatWasStatedBesideTheFeedCounts() throws UnreadablePage {
        String feed = rss("<item><title>عنوان الخبر</title><description>نص الخبر</description></item>");
        assertThat(headline(feed.getBytes(Charset.forName("windows-1256")), "windows-1256"))
                .isEqualTo("عنوان الخبر");
        assertThat(headline(feed.getBytes(StandardCharsets.UTF_8), "us-ascii")).isEqualTo("عنوان الخبر");
        assertThat(headline(feed.getBytes(StandardCharsets.UTF_8), "no-charset"))
                .isEqualTo("عنوان الخبر");
        assertThat(headline(("\uFEFF" + feed).getBytes(StandardCharsets.UTF_8), "windows-1256"))
                .isEqualTo("عنوان الخبر");
    }

    @Test
    void mediaAndTopicsAreKept() throws UnreadablePage {
        ArticleDraft draft = ((FormItem.Read) read(Forms.read("media.rss")).getFirst()).draft();
        assertThat(draft.extras().media())
                .containsExactly(
                        new ArticleMedia(
                                MediaKind.PICTURE,
                                "قراء في رواق المكتبة",
                                null,
                                "تصوير: منير",
                                "© هسبريس",
                                null,
                                List.of(
                                        new ArticleMedia.Rendition(
                                                "https://www.hespress.com/a.jpg", "image/jpeg", 1200, 800),
                                        new ArticleMedia.Rendition(
                                                "https://www.hespress.com/a-300.jpg", "image/jpeg", 300, null))),
                        new ArticleMedia(
                                MediaKind.AUDIO,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(new ArticleMedia.Rendition(
                                        "https://www.hespress.com/a.mp3", "audio/mpeg", null, null))));
        assertThat(draft.extras().subjects()).containsExactly("medtop:01000000");
        assertThat(((FormItem.Read) read(Forms.read("wordpress.rss")).get(1))
                        .draft()
                        .extras()
                        .media())
                .as("says nothing of media, and takes none away")
                .isNull();
    }

    @Test
    void theFirstEntriesAreReadWhateverComesBehindThem() throws UnreadablePage {
        byte[] feed = rss("<item><title>t</title><description>d</description></item>".repeat(MAX_ITEMS + 1))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(form.parseFirst(2, feed, TestContexts.of("hespress"))).hasSize(2);
    }

    /** The language of an outlet that has one alone counts where the text and the feed tell none. */
    @Test
    void aTextThatTellsNoLanguageHasItsOutlets() throws UnreadablePage {
        byte[] feed = rss("<item><title>1-0</title><description>2 – 3</description></item>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(((FormItem.Read)
                                form.parse(feed, TestContexts.of("hespress")).getFirst())
                        .draft()
                        .language())
                .isEqualTo("ar");
        assertThat(((FormItem.Read) read(feed).getFirst()).draft().language()).isEqualTo("und");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:9/evil.dtd\">",
                "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>"
            })
    void documentTypesAreRefused(String doctype) {
        String feed = rss("<item><title>t &x;</title><description>d &b;</description></item>")
                .replace("<rss", doctype + "<rss");
        assertThatThrownBy(() -> read(feed.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(UnreadablePage.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
                    assertThat(refused.getMessage()).contains("document type").doesNotContain("passwd");
                });
    }

    @Test
    @Timeout(20)
    void absurdNestingIsRefused() {
        String feed = rss("<item><title>t</title><x>" + "<a>".repeat(300_000));
        assertThatThrownBy(() -> read(feed.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadablePage.class)
                .hasMessageContaining("deeper than 80");
    }

    @Test
    void feedsOfTooManyItemsAreRefused() {
        String feed = rss("<item><title>t</title><description>d</description></item>".repeat(MAX_ITEMS + 1));
        assertThatThrownBy(() -> read(feed.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("1001")
                .hasMessageContaining("1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "<html><body>x</body></html>", "نص", "<rss version=\"2.0\"><channel>", "{}"})
    void whatIsNoFeedIsRefused(String document) {
        assertThatThrownBy(() -> read(document.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadablePage.class)
                .hasMessageMatching("(?s).*(no feed|no well-formed XML).*");
    }

    private String headline(byte[] feed, String charset) throws UnreadablePage {
        FormItem.Read item = (FormItem.Read)
                form.parse(feed, TestContexts.plain().of(null, charset)).getFirst();
        return item.draft().headline();
    }

    private List<FormItem> read(byte[] feed) throws UnreadablePage {
        return form.parse(feed, TestContexts.plain());
    }

    private static String rss(String items) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss version=\"2.0\"><channel><title>x</title>"
                + "<link>https://example.org</link><description>d</description>" + items + "</channel></rss>";
    }

    private static List<String> blocks(ArticleDraft draft) {
        return draft.blocks().stream()
                .map(block -> block.kind() + " " + block.text())
                .toList();
    }
}
