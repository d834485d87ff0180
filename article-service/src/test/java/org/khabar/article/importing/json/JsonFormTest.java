package org.khabar.article.importing.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleMedia;
import org.khabar.article.article.ArticleStatus;
import org.khabar.article.article.MediaKind;
import org.khabar.article.article.workflow.ArticleState;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.FieldProvenance;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.importing.form.FormItem;
import org.khabar.article.importing.form.Forms;
import org.khabar.article.importing.form.TestContexts;

/** Articles as JSON objects: ninjs of each line and our own form. */
class JsonFormTest {

    private final JsonForm form = new JsonForm();

    @Test
    void ninjsOfTheFirstLine() throws UnreadablePage {
        FormItem.Read item = read(Forms.read("ninjs-1.json"));
        ArticleDraft draft = item.draft();
        assertThat(item.url()).isEqualTo("https://www.hespress.com/items/20250305-riyah");
        assertThat(draft.headline()).isEqualTo("رياح قوية مرتقبة بعدد من أقاليم المملكة");
        assertThat(draft.byline()).isEqualTo("محمد الراجي");
        assertThat(draft.credit()).isEqualTo("وكالة فرانس برس");
        assertThat(draft.outlet()).isEqualTo("afp");
        assertThat(draft.publishedAt()).isEqualTo(Instant.parse("2025-03-05T17:10:00Z"));
        assertThat(draft.language()).isEqualTo("ar");
        assertThat(blocks(draft))
                .containsExactly(
                        "PARAGRAPH أفادت المديرية العامة للأرصاد الجوية بأن رياحا قوية ستهب.",
                        "HEADING الأقاليم المعنية",
                        "PARAGRAPH وتشمل النشرة أقاليم طنجة وتطوان.");
        assertThat(draft.provenance())
                .contains(new FieldProvenance("publishedAt", FieldOrigin.FORM, null))
                .contains(new FieldProvenance("language", FieldOrigin.FORM, null));
    }

    @Test
    void ninjsOfTheSecondLine() throws UnreadablePage {
        FormItem.Read item = read(Forms.read("ninjs-2.json"));
        assertThat(item.url()).isNull();
        assertThat(item.externalId()).isEqualTo("urn:newsml:afp.com:20250305:doc-36yt");
        assertThat(item.draft().headline()).isEqualTo("Les archives de presse entrent à la bibliothèque");
        assertThat(item.draft().byline()).isEqualTo("Nadia Bennani");
        assertThat(item.draft().outlet()).isEqualTo("afp");
        assertThat(blocks(item.draft()))
                .containsExactly("PARAGRAPH Premier paragraphe.", "PARAGRAPH Deuxième paragraphe.");
    }

    @Test
    void ninjsOfTheThirdLine() throws UnreadablePage {
        FormItem.Read item = read(Forms.read("ninjs-3.json"));
        assertThat(item.draft().headline()).isEqualTo("معرض \"الكتاب\" يفتح أبوابه");
        assertThat(item.draft().kind()).isEqualTo(ArticleKind.INTERVIEW);
        assertThat(item.draft().publishedAt()).isEqualTo(Instant.parse("2025-03-06T10:00:00Z"));
        assertThat(blocks(item.draft()))
                .containsExactly("PARAGRAPH افتتح المعرض الدولي للكتاب أبوابه اليوم في الرباط.", "QUOTE القراءة حياة");
    }

    @Test
    void ninjsWithADescriptionAloneSaysSo() throws UnreadablePage {
        ArticleDraft draft = read("""
                {"uri": "urn:1", "headlines": [{"value": "Google achète un terrain"}],
                 "descriptions": [{"role": "text", "contenttype": "text/plain", "value": "Le géant a acheté."}]}
                """).draft();
        assertThat(blocks(draft)).containsExactly("PARAGRAPH Le géant a acheté.");
        assertThat(draft.warnings())
                .extracting(ImportWarning::code)
                .contains(ImportWarning.Code.SUMMARY_ONLY, ImportWarning.Code.MISSING_DATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"uri\": 7}|$.uri|a string is expected, not a number",
                "{\"uri\": \"\"}|$.uri|has a uri",
                "{\"uri\": \"u\", \"headline\": [\"x\"]}|$.headline|a string is expected, not an array",
                "{\"uri\": \"u\", \"headlines\": {}}|$.headlines|an array is expected, not an object",
                "{\"uri\": \"u\", \"headlines\": [7]}|$.headlines[0]|an object is expected, not a number",
                "{\"uri\": \"u\", \"headline\": \"h\", \"bodies\": [{\"value\": \"x\", \"contenttype\": true}]}|$.bodies[0].contenttype|a string is expected, not a boolean",
                "{\"uri\": \"u\", \"versioncreated\": \"yesterday\"}|$.versioncreated|no time",
                "{\"uri\": \"u\", \"firstCreated\": \"2025-13-05T00:00:00Z\"}|$.firstCreated|no time",
                "{\"uri\": \"u\", \"pubstatus\": \"maybe\"}|$.pubstatus|none of canceled, usable, withheld",
                "{\"uri\": \"u\", \"type\": \"audio\"}|$.type|text, composite",
                "{\"uri\": \"u\", \"headline\": \"h\", \"body_text\": \"t\", \"language\": \"عربي\"}|$.language|BCP 47",
                "{\"uri\": \"u\", \"byline\": \"a\\u0000b\", \"headline\": \"h\", \"body_text\": \"t\"}|$.byline|U+0000",
                "{\"headline\": \"h\", \"text\": \"t\", \"titel\": \"x\"}|$.titel|no such member",
                "{\"headline\": \"h\", \"blocks\": [{\"kind\": \"PARAGRAPH\"}]}|$.blocks[0].text|has text",
                "{\"headline\": \"h\", \"blocks\": [{\"kind\": \"TABLE\", \"text\": \"x\"}]}|$.blocks[0].kind|none of",
                "{\"headline\": \"h\", \"text\": \"t\", \"publishedAt\": 1741194600}|$.publishedAt|not a number",
                "{\"headline\": \"h\", \"text\": \"t\", \"outlet\": \"nowhere\"}|$.outlet|no outlet",
                "{\"headline\": \"h\", \"text\": \"t\", \"blocks\": []}|$.text|either text or blocks",
                "[]|$|an object is expected, not an array"
            })
    void whatIsWrongIsNamedByItsPath(String json, String path, String says) {
        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(UnreadablePage.class, refused -> {
            assertThat(refused.path()).contains(path);
            assertThat(refused.reason()).isEqualTo(Reason.MALFORMED);
            assertThat(refused.getMessage()).startsWith(path + ": ").contains(says);
        });
    }

    @Test
    void picturesAndTopicsOfTheFirstLine() throws UnreadablePage {
        ArticleDraft draft = read(Forms.read("ninjs-1-pictures.json")).draft();
        assertThat(draft.extras().subjects()).containsExactly("medtop:17000000");
        assertThat(draft.extras().media())
                .containsExactly(new ArticleMedia(
                        MediaKind.PICTURE,
                        "أمواج عالية بشاطئ طنجة",
                        "فاضل سنا",
                        null,
                        "© AFP",
                        "للتحرير وحده",
                        List.of(
                                new ArticleMedia.Rendition("https://img.afp.com/1.jpg", "image/jpeg", 3000, 2000),
                                new ArticleMedia.Rendition(
                                        "https://img.afp.com/1-preview.jpg", "image/jpeg", 640, 427))));
        assertThat(draft.warnings()).extracting(ImportWarning::code).contains(ImportWarning.Code.UNUSABLE_MEDIA);
        assertThat(draft.provenance()).contains(new FieldProvenance("media", FieldOrigin.FORM, null));
    }

    @Test
    void picturesTopicsAndCorrectionOfTheThirdLine() throws UnreadablePage {
        FormItem.Read item = read(Forms.read("ninjs-3-pictures.json"));
        ArticleDraft draft = item.draft();
        assertThat(item.url()).isEqualTo("https://www.hespress.com/foire-2025.html");
        assertThat(draft.headline()).isEqualTo("معرض الكتاب: a < b & c");
        assertThat(draft.outlet()).isEqualTo("hespress");
        assertThat(draft.credit()).isEqualTo("و م ع");
        assertThat(draft.extras().subjects()).containsExactly("medtop:20000013", "medtop:01000000");
        assertThat(draft.extras().state()).isEqualTo(new ArticleState.Corrected("صحح تاريخ الافتتاح."));
        assertThat(draft.extras().media())
                .containsExactly(new ArticleMedia(
                        MediaKind.VIDEO,
                        "رواق  المغرب",
                        "نادية بناني",
                        "و م ع",
                        "MAP",
                        null,
                        List.of(new ArticleMedia.Rendition("https://cdn.map.ma/v.mp4", "video/mp4", 1280, 720))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"pubstatus\": \"withheld\"|DRAFT",
                "\"pubStatus\": \"withheld\", \"embargoedUntil\": \"2030-01-01T00:00:00Z\"|DRAFT",
                "\"embargoed\": \"2025-06-01T12:00:01Z\"|SCHEDULED",
                "\"embargoedUntil\": \"2030-01-01T00:00:00Z\"|SCHEDULED",
                "\"pubStatus\": \"usable\"|PUBLISHED",
                "\"embargoed\": \"2025-06-01T11:59:59Z\"|PUBLISHED"
            })
    void whatIsKeptBackStandsWhereItsSourceSays(String stated, ArticleStatus status) throws UnreadablePage {
        ArticleDraft draft = read("{\"uri\": \"u\", \"headline\": \"h\", \"body_text\": \"t\", " + stated + "}")
                .draft();
        assertThat(draft.extras().state().status()).isEqualTo(status);
    }

    /** Readers see it when its embargo ends, whenever it was written. */
    @Test
    void whatIsUnderEmbargoIsPublishedAtItsEnd() throws UnreadablePage {
        ArticleDraft draft = read("{\"uri\": \"u\", \"headline\": \"h\", \"body_text\": \"t\","
                        + " \"firstcreated\": \"2025-05-01T00:00:00Z\", \"embargoed\": \"2025-07-01T10:00:00.1234567Z\"}")
                .draft();
        assertThat(draft.publishedAt()).isEqualTo(Instant.parse("2025-07-01T10:00:00.123456Z"));
        assertThat(draft.publishedAtStated()).as("it may be published earlier").isFalse();
        assertThat(draft.extras().state())
                .isEqualTo(new ArticleState.Scheduled(Instant.parse("2025-07-01T10:00:00.123456Z")));
    }

    @Test
    void whatIsCanceledNamesItsArticleAndTheReason() throws UnreadablePage {
        FormItem bare = item("""
                {"uri": "https://www.hespress.com/a", "pubstatus": "canceled", "ednote": " خبر غير صحيح "}
                """);
        assertThat(bare)
                .isEqualTo(new FormItem.Canceled(
                        "https://www.hespress.com/a", "https://www.hespress.com/a", null, "خبر غير صحيح"));
        FormItem.Canceled whole = (FormItem.Canceled) item("""
                {"uri": "urn:1", "pubStatus": "canceled", "headline": "h", "body_text": "t"}
                """);
        assertThat(whole.draft()).isNotNull();
        assertThat(whole.reason()).isNotBlank();
        FormItem.Canceled own = (FormItem.Canceled) item("""
                {"headline": "h", "text": "t", "status": "WITHDRAWN", "withdrawalReason": "صور غير صحيحة"}
                """);
        assertThat(own.reason()).isEqualTo("صور غير صحيحة");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"status\": \"SCHEDULED\"|$.embargoUntil",
                "\"media\": [{\"renditions\": []}]|$.media[0].type",
                "\"media\": [{\"type\": \"PICTURE\", \"renditions\": []}]|$.media[0]",
                "\"media\": [{\"type\": \"PICTURE\", \"renditions\": [{\"href\": \"ftp://x/y\"}]}]|$.media[0].renditions[0]",
                "\"media\": [{\"type\": \"PICTURE\", \"renditions\": [{\"href\": \"https://x.org/y\", \"width\": 1.5}]}]|$.media[0].renditions[0].width",
                "\"media\": [{\"type\": \"PICTURE\", \"alt\": \"x\"}]|$.media[0].alt",
                "\"subjects\": [\"weather\"]|$.subjects[0]",
                "\"subjects\": [\"medtop:01000000\", 7]|$.subjects[1]",
                "\"subjects\": \"medtop:01000000\"|$.subjects"
            })
    void whatIsWrongInOurOwnFormIsNamedByItsPath(String member, String path) {
        assertThatThrownBy(() -> read("{\"headline\": \"h\", \"text\": \"t\", " + member + "}"))
                .isInstanceOfSatisfying(
                        UnreadablePage.class,
                        refused -> assertThat(refused.path()).contains(path));
    }

    @Test
    void subjectsAreCodesOrObjectsThatHaveOne() throws UnreadablePage {
        assertThat(
                        read("{\"headline\": \"h\", \"text\": \"t\", \"subjects\": [{\"code\": \"04000000\"}, \"medtop:01000000\"]}")
                                .draft()
                                .extras()
                                .subjects())
                .containsExactly("medtop:04000000", "medtop:01000000");
        assertThat(read("{\"headline\": \"h\", \"text\": \"t\", \"subjects\": null, \"media\": []}")
                        .draft()
                        .extras())
                .satisfies(extras -> {
                    assertThat(extras.subjects()).as("says nothing of them").isNull();
                    assertThat(extras.media()).as("says that there are none").isEmpty();
                });
    }

    @Test
    void anEmbargoThatIsOverHoldsNothingUp() throws UnreadablePage {
        assertThat(read("{\"uri\": \"u\", \"headline\": \"h\", \"body_text\": \"t\", "
                                + "\"embargoed\": \"2025-06-01T11:59:59Z\"}")
                        .draft()
                        .headline())
                .isEqualTo("h");
    }

    @Test
    void ourOwnForm() throws UnreadablePage {
        FormItem.Read item = read("""
                {"headline": "الرباط تستعد لاحتضان ندوة دولية", "outlet": "hespress", "kind": "OPINION",
                 "url": "https://www.hespress.com/a", "language": "ar", "publishedAt": "2025-02-18T10:30:00+01:00",
                 "byline": "سعيد أيت علي", "credit": "وكالات", "externalId": "42",
                 "blocks": [{"kind": "HEADING", "text": "عنوان"}, {"text": "فقرة  أولى "}]}
                """);
        ArticleDraft draft = item.draft();
        assertThat(item.externalId()).isEqualTo("42");
        assertThat(item.url()).isEqualTo("https://www.hespress.com/a");
        assertThat(draft.outlet()).isEqualTo("hespress");
        assertThat(draft.kind()).isEqualTo(ArticleKind.OPINION);
        assertThat(draft.publishedAt()).isEqualTo(Instant.parse("2025-02-18T09:30:00Z"));
        assertThat(blocks(draft)).containsExactly("HEADING عنوان", "PARAGRAPH فقرة  أولى ");
    }

    @Test
    void whatGraphqlAnswersCanBeImported() throws UnreadablePage {
        ArticleDraft draft = read("""
                {"id": "x", "version": 3, "status": "PUBLISHED", "updatedAt": "2025-02-18T10:30:00Z",
                 "headline": "عنوان الخبر", "outlet": {"code": "afp", "id": "y"}, "language": "und", "byline": null,
                 "publishedAt": "2025-02-18T10:30:00Z", "blocks": [{"kind": "PARAGRAPH", "text": "نص", "position": 0}]}
                """).draft();
        assertThat(draft.outlet()).isEqualTo("afp");
        assertThat(draft.byline()).isNull();
        assertThat(draft.language()).isEqualTo("und");
    }

    @Test
    void plainTextHasAParagraphOnEachLine() throws UnreadablePage {
        ArticleDraft draft = read("{\"headline\": \"عنوان\", \"text\": \"أولى\\n\\n  ثانية \\r\\nثالثة\"}")
                .draft();
        assertThat(blocks(draft)).containsExactly("PARAGRAPH أولى", "PARAGRAPH ثانية", "PARAGRAPH ثالثة");
        assertThat(draft.language()).isEqualTo("ar");
        assertThat(draft.outlet()).isEqualTo("unknown");
        assertThat(draft.publishedAt()).isEqualTo(TestContexts.NOW);
        assertThat(draft.publishedAtStated()).isFalse();
    }

    @Test
    void noJsonAndAbsurdJsonAreRefused() {
        refused("{\"headline\": ", "no JSON");
        refused("{\"headline\": \"a\"} {\"headline\": \"b\"}", "no JSON");
        refused("{\"headline\": \"a\", \"headline\": \"b\"}", "no JSON");
        refused("{\"x\": " + "[".repeat(500_000), "nested deeper than 64");
        refused("{\"x\": " + "{\"x\":".repeat(100) + "1" + "}".repeat(101), "nested deeper than 64");
        refused("{\"x\": " + "9".repeat(100_000) + "}", "absurd length");
        assertThatThrownBy(() -> form.parse(new byte[] {'{', '"', (byte) 0xC3, '"'}, TestContexts.plain()))
                .hasMessageContaining("UTF-8");
    }

    private void refused(String json, String says) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(UnreadablePage.class).hasMessageContaining(says);
    }

    private FormItem.Read read(String json) throws UnreadablePage {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    private FormItem item(String json) throws UnreadablePage {
        return form.parse(json.getBytes(StandardCharsets.UTF_8), TestContexts.plain())
                .getFirst();
    }

    private FormItem.Read read(byte[] json) throws UnreadablePage {
        return (FormItem.Read) form.parse(json, TestContexts.plain()).getFirst();
    }

    private static List<String> blocks(ArticleDraft draft) {
        return draft.blocks().stream()
                .map(block -> block.kind() + " " + block.text())
                .toList();
    }
}
