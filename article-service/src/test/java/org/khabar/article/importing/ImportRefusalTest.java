package org.khabar.article.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** What is no page of an article is refused with the reason, and nothing is written. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportRefusalTest {

    private final Database database;

    ImportRefusalTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    @AfterEach
    void nothingIsWritten() {
        assertThat(database.count("article")).isZero();
        assertThat(database.count("feed_event")).isZero();
    }

    @Test
    void emptyPage() {
        refused(400, "empty", Service.importPage(""));
        refused(400, "empty", Service.importPage(" \n\u00a0\r\n\u200f \n"));
    }

    @Test
    void binaryFiles() {
        refused(415, "PDF", Service.importPage("%PDF-1.7\n%âãÏÓ"));
        refused(415, "ZIP", Service.importBytes(new byte[] {'P', 'K', 3, 4, 0, 0}, Map.of()));
        refused(415, "PNG", Service.importBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10}, Map.of()));
        refused(415, "U+0000 on line 2", Service.importPage("عنوان\nنص\u0000آخر\n"));
    }

    @Test
    void otherEncodings() {
        byte[] windows1256 = "عنوان الخبر الأول".getBytes(Charset.forName("windows-1256"));
        refused(400, "byte 0", Service.importBytes(windows1256, Map.of()));
        byte[] late = ("عنوان\n\nنص" + "x").getBytes(StandardCharsets.UTF_8);
        late[late.length - 1] = (byte) 0xC3;
        Response response = Service.importBytes(late, Map.of());
        refused(400, "byte 16", response);
        assertThat(response.jsonPath().getInt("error.line")).isEqualTo(3);
        refused(400, "UTF-16", Service.importBytes("عنوان".getBytes(StandardCharsets.UTF_16), Map.of()));
    }

    @Test
    void html() {
        refused(415, "HTML", Service.importPage("<!DOCTYPE html><html><body><p>نص</p></body></html>"));
        refused(415, "HTML", Service.importPage("<div class=a><p>نص</p><p>نص</p></div>"));
        Response other = Service.as(Tokens.editor())
                .contentType("text/markdown")
                .body("# a")
                .post("/imports");
        refused(415, "content type", other);
    }

    @Test
    void whatIsNoHtmlPageOfAnArticle() {
        refused(400, "empty", importHtml(""));
        refused(415, "no HTML", importHtml("عنوان\n\nنص بلا وسوم."));
        refused(422, "no headline", importHtml("<p>"));
        refused(422, "no text", importHtml("<h1>عنوان الخبر الوحيد هنا</h1>"));
        refused(413, "60000 tags", importHtml("<h1>عنوان</h1>" + "<p>a".repeat(60_001)));
        refused(413, "3145728", importHtml("<h1>عنوان</h1><!--" + "x".repeat(3_200_000)));
    }

    @Test
    void aPageIsEitherTextOrHtml() {
        refusedOverGraphql("{\"html\": \"<h1>a</h1>\", \"text\": \"a\"}");
        refusedOverGraphql("{\"language\": \"ar\"}");
        refusedOverGraphql("{\"html\": \"<h1>a</h1>\"}");
    }

    private static Response importHtml(String page) {
        return Service.as(Tokens.editor())
                .contentType("text/html")
                .body(page.getBytes(StandardCharsets.UTF_8))
                .post("/imports");
    }

    @Test
    void pagesOverTheLimit() {
        Response response = Service.importPage("ا".repeat(600_000));
        refused(413, "1048576", response);
        assertThat(response.jsonPath().getString("error.code")).isEqualTo("LIMIT_EXCEEDED");
    }

    @Test
    void pageWithoutHeadline() {
        Response response = Service.importPage(
                "05 مارس 2025 18:10\n\nهوية بريس – متابعات\n\nكشفت تقارير إعلامية عن مفاوضات جرت في العاصمة بين الطرفين، الأسبوع الماضي.\n");
        refused(422, "no headline", response);
        assertThat(response.jsonPath().getInt("error.line")).isEqualTo(5);
    }

    @Test
    void pageWithoutText() {
        refused(422, "no text", Service.importPage("عنوان الخبر الوحيد هنا\n\n05 مارس 2025\n\nآخر الأخبار\nخبر\n"));
    }

    @Test
    void argumentsThatNameNothing() {
        String page = Pages.numbered(1);
        refused(400, "no outlet with the code \"nowhere\"", Service.importPage(page, Map.of("outlet", "nowhere")));
        refused(400, "http", Service.importPage(page, Map.of("url", "javascript:alert(1)")));
        refused(400, "BCP 47", Service.importPage(page, Map.of("language", "عربي")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\udc00", "\\u0000", "\\u0001"})
    void halfCharactersAndControlsOverGraphql(String escape) {
        String page = Pages.numbered(1).replace("\n", "\\n");
        String text = page.replaceFirst(" ", " " + Matcher.quoteReplacement(escape) + " ");
        refusedOverGraphql("{\"text\": \"" + text + "\"}");
        refusedOverGraphql("{\"text\": \"" + page + "\", \"url\": \"https://example.org/" + escape + "\"}");
        refusedOverGraphql("{\"text\": \"" + page + "\", \"outlet\": \"" + escape + "\"}");
        refusedOverGraphql("{\"text\": \"" + page + "\", \"language\": \"" + escape + "\"}");
    }

    private static void refusedOverGraphql(String input) {
        String mutation = "mutation($input: ImportArticleInput!) { importArticle(input: $input) { article { id } } }";
        Response response = Service.as(Tokens.editor())
                .contentType("application/json")
                .body("{\"query\": \"" + mutation + "\", \"variables\": {\"input\": " + input + "}}")
                .post("/graphql");
        assertThat(response.jsonPath().getString("errors[0].extensions.code"))
                .as(input + response.asString())
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void languagesThatNoDatabaseKeeps() {
        String query = "{\"query\": \"{ articles(filter: {languages: [\\\"\\u0000\\\"]}) { nodes { id } } }\"}";
        Response response = Service.as(Tokens.reader())
                .contentType("application/json")
                .body(query)
                .post("/graphql");
        assertThat(response.asString()).doesNotContain("INTERNAL");
    }

    private static void refused(int status, String says, Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.jsonPath().getString("error.message")).contains(says);
        assertThat(response.jsonPath().getString("error.code")).isIn("BAD_USER_INPUT", "LIMIT_EXCEEDED");
    }
}
