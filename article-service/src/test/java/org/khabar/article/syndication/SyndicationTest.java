package org.khabar.article.syndication;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.TextBlock;
import org.khabar.article.testing.Articles;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Golden;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SyndicationTest {

    private static final Path NINJS_SCHEMA = Path.of("../../shared/data/iptc/ninjs-schema_3.1.json");

    private final Database database;
    private final Articles articles;

    SyndicationTest(Database database, Articles articles) {
        this.database = database;
        this.articles = articles;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
        database.execute("truncate article_entity");
    }

    @Test
    void atom() throws Exception {
        articles.storeRich();
        articles.storeFrench();

        Response answer = read("/syndication/atom", Map.of());
        assertThat(answer.contentType()).isEqualTo("application/atom+xml;charset=UTF-8");
        Golden.assertIs("syndication/newest.atom.xml", text(answer));
        SyndFeed feed = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(answer.asByteArray())));
        assertThat(feed.getEntries().getFirst().getTitle())
                .isEqualTo("المغرب يعلن \"خطة\" لمواجهة الجفاف & ندرة المياه");
        assertThat(feed.getEntries().getFirst().getContents().getFirst().getValue())
                .contains("سنة ‏2024‏ – صورة");
    }

    @Test
    void rss() throws Exception {
        articles.storeRich();
        articles.storeFrench();

        Response answer = read("/syndication/rss", Map.of());
        assertThat(answer.contentType()).isEqualTo("application/rss+xml;charset=UTF-8");
        Golden.assertIs("syndication/newest.rss.xml", text(answer));
        SyndFeed feed = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(answer.asByteArray())));
        assertThat(feed.getEntries()).hasSize(2);
        assertThat(feed.getEntries().getFirst().getPublishedDate().toInstant())
                .isEqualTo(Instant.parse("2024-03-09T18:30:00Z"));
    }

    @Test
    void feedsOfASubjectAndOfASearch() {
        ArticleNode rich = articles.storeRich();
        ArticleNode french = articles.storeFrench();
        database.execute("update article set subjects = '{medtop:20000002}' where id = '" + french.id() + "'");

        assertThat(ids("/syndication/atom", Map.of("subject", "medtop:01000000")))
                .containsExactly(french.id());
        assertThat(ids("/syndication/rss", Map.of("subject", "medtop:15000000")))
                .isEmpty();
        assertThat(ids("/syndication/atom", Map.of("q", "الجفاف"))).containsExactly(rich.id());
        assertThat(ids("/syndication/rss", Map.of("q", "كلمة لم تكتب"))).isEmpty();
    }

    @Test
    void feedsOfAnOutletAndAnEntity() {
        ArticleNode rich = articles.storeRich();
        ArticleNode french = articles.storeFrench();
        database.execute(
                "insert into article_entity (article_id, entity_id, entity_type, salience, mention_count) values"
                        + " ('" + rich.id() + "', 'e-baraka', 'PERSON', 0.5, 1),"
                        + " ('" + french.id() + "', 'e-baraka', 'PERSON', 0.5, 1),"
                        + " ('" + rich.id() + "', 'e-rabat', 'PLACE', 0.5, 1)");

        assertThat(ids("/syndication/atom", Map.of("outlet", "hespress"))).containsExactly(rich.id());
        assertThat(ids("/syndication/rss", Map.of("language", "fr"))).containsExactly(french.id());
        assertThat(ids("/syndication/atom", Map.of("entity", "e-baraka"))).containsExactly(rich.id(), french.id());
        assertThat(ids("/syndication/atom", Map.of("entity", "e-rabat"))).containsExactly(rich.id());
        assertThat(ids("/syndication/atom", Map.of("entity", "e-baraka", "kind", "analysis")))
                .containsExactly(french.id());
        assertThat(ids("/syndication/rss", Map.of("entity", "e-nobody"))).isEmpty();
    }

    @Test
    void copiesThatAreStillGoodAreNotSentAgain() {
        ArticleNode first = articles.storeRich();
        String tag = read("/syndication/atom", Map.of()).header("ETag");

        assertThat(status("If-None-Match", tag)).isEqualTo(304);
        assertThat(status("If-None-Match", "\"other\", W/" + tag)).isEqualTo(304);
        assertThat(status("If-None-Match", "\"other\"")).isEqualTo(200);
        articles.storeFrench();
        assertThat(status("If-None-Match", tag)).isEqualTo(200);

        String both = read("/syndication/atom", Map.of()).header("ETag");
        database.execute("update article set status = 'WITHDRAWN' where id = '" + first.id() + "'");
        assertThat(status("If-None-Match", both)).isEqualTo(200);
    }

    @Test
    void datesOfCopiesCountOnceTheArchiveIsQuiet() {
        articles.storeRich();
        assertThat(read("/syndication/atom", Map.of()).header("Last-Modified")).isNull();

        database.execute("update feed_event set time = '2024-03-10T10:00:00.5Z'");
        assertThat(read("/syndication/atom", Map.of()).header("Last-Modified"))
                .isEqualTo("Sun, 10 Mar 2024 10:00:00 GMT");
        assertThat(status("If-Modified-Since", "Sun, 10 Mar 2024 10:00:00 GMT")).isEqualTo(304);
        assertThat(status("If-Modified-Since", "Sun, 10 Mar 2024 09:59:59 GMT")).isEqualTo(200);
        assertThat(status("If-Modified-Since", "yesterday")).isEqualTo(200);
    }

    @Test
    void charactersThatXmlCannotHoldAreLeftOut() throws Exception {
        articles.store(
                "hespress",
                null,
                "عنوان\u0007 فيه \uFFFE حروف",
                "ar",
                ArticleKind.NEWS,
                Instant.parse("2024-03-09T18:30:00Z"),
                List.of(new TextBlock(BlockKind.PARAGRAPH, "نص\u0001 \u200Fكامل 😀]]>")));

        for (String path : List.of("/syndication/atom", "/syndication/rss")) {
            String body = text(read(path, Map.of()));
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
            assertThat(body).contains("عنوان فيه  حروف").contains("\u200Fكامل 😀");
        }
    }

    @Test
    void unpublishedArticlesAreNowhere() {
        String id = articles.storeNumbered("hespress", 1, Instant.now().minusSeconds(60))
                .id();
        database.execute("insert into article_entity (article_id, entity_id, entity_type, salience, mention_count)"
                + " values ('" + id + "', 'e-1', 'PERSON', 1, 1)");
        for (String status : List.of("DRAFT", "SCHEDULED", "WITHDRAWN")) {
            database.execute("update article set status = '" + status + "'");
            for (String path : List.of(
                    "/syndication/atom",
                    "/syndication/rss",
                    "/syndication/atom?entity=e-1",
                    "/syndication/outlets/hespress/news-sitemap.xml")) {
                assertThat(text(read(path, Map.of()))).doesNotContain("example.org/hespress");
            }
            assertThat(Service.as(Tokens.of("admin", "admin", "editor"))
                            .get("/articles/" + id + "/ninjs")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void ninjsIsValid() throws Exception {
        String rich = articles.storeRich().id();
        String french = articles.storeFrench().id();
        String answer = text(read("/articles/" + rich + "/ninjs", Map.of()));
        Golden.assertIs("syndication/article.ninjs.json", answer);
        String xhtml = Service.json(answer.getBytes(StandardCharsets.UTF_8))
                .at("/bodies/0/value")
                .asText();
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xhtml.getBytes(StandardCharsets.UTF_8)));

        assumeTrue(Files.exists(NINJS_SCHEMA), "the schema of ninjs 3.1 is not at " + NINJS_SCHEMA);
        assertThat(problems(answer)).isEmpty();
        assertThat(problems(text(read("/articles/" + french + "/ninjs", Map.of()))))
                .isEmpty();
        assertThat(problems("{\"uri\": \"urn:x:y\", \"headline\": \"of ninjs 1\"}"))
                .isNotEmpty();
    }

    /** With media, subjects, corrections and languages that are not known. */
    @Test
    void ninjsOfRichArticlesIsValid() throws Exception {
        assumeTrue(Files.exists(NINJS_SCHEMA), "the schema of ninjs 3.1 is not at " + NINJS_SCHEMA);
        Service.as(Tokens.editor())
                .contentType("application/x-ndjson")
                .body(Files.readAllBytes(Path.of("src/test/resources/exporting/rich.ndjson")))
                .post("/imports")
                .asByteArray();
        List<String> ids = database.list("select id from article");
        assertThat(ids).hasSize(5);
        for (String id : ids) {
            String document = text(read("/articles/" + id + "/ninjs", Map.of()));
            assertThat(problems(document)).as(document).isEmpty();
        }
    }

    /** The schema refers to GeoJSON's, which our documents have nothing of. */
    private static Set<ValidationMessage> problems(String document) throws Exception {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders ->
                        loaders.schemas(Map.of("https://geojson.org/schema/GeoJSON.json", "{\"type\": \"object\"}"))));
        JsonNode schema = Service.json(Files.readAllBytes(NINJS_SCHEMA));
        JsonSchema compiled =
                factory.getSchema(SchemaLocation.of("http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"), schema);
        return compiled.validate(
                Service.json(document.getBytes(StandardCharsets.UTF_8)),
                context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01941f29-7c00-7a11-8d3e-5b1c2f6a7e90", "x", "01941F29-7C00-7A11-8D3E-5B1C2F6A7E90"})
    void articlesThatAreNoneAreNotFound(String id) {
        assertThat(read("/articles/" + id + "/ninjs", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void newsSitemap() {
        Instant now = Instant.now();
        articles.storeNumbered("hespress", 1, now.minusSeconds(3600), "https://example.org/أخبار/1?a=1&b=2");
        articles.storeNumbered("hespress", 2, now.minusSeconds(49 * 3600), "https://example.org/too-old");
        articles.storeNumbered("hespress", 3, now.plusSeconds(3600), "https://example.org/too-early");
        articles.storeNumbered("hespress", 4, now.minusSeconds(60), null);
        articles.storeNumbered("le360", 5, now.minusSeconds(60), "https://example.org/of-another");

        articles.storeNumbered("hespress", 6, now.minusSeconds(7200), "https://موقع.com/خبر");
        Response sitemap = read("/syndication/outlets/hespress/news-sitemap.xml", Map.of());
        String dated = text(sitemap).replaceAll("(<news:publication_date>)[0-9-]{10}T[0-9:.]+Z<", "$1TIME<");
        Golden.assertIs("syndication/news-sitemap.xml", dated);
        Golden.assertIs(
                "syndication/news-sitemap-index.xml",
                text(read("/syndication/outlets/hespress/news-sitemap-index.xml", Map.of())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/syndication/atom?outlet=nobody",
                "/syndication/rss?kind=gossip",
                "/syndication/rss?subject=weather",
                "/syndication/atom?q=%20",
                "/syndication/atom?q=a&outlet=hespress",
                "/syndication/outlets/hespress/news-sitemap.xml?page=0",
                "/syndication/outlets/hespress/news-sitemap.xml?page=-1",
                "/syndication/outlets/hespress/news-sitemap.xml?page=99999999999"
            })
    void conditionsThatMeanNothingAreRefused(String path) {
        Response answer = Service.as(Tokens.reader()).urlEncodingEnabled(false).get(path);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.path("error.code").toString()).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void onlyReadersReadUnlessFeedsArePublic() {
        for (String path : List.of(
                "/syndication/atom", "/syndication/rss", "/syndication/outlets/hespress/news-sitemap-index.xml")) {
            assertThat(given().get(path).statusCode()).isEqualTo(401);
            assertThat(Service.as(Tokens.expired()).get(path).statusCode()).isEqualTo(401);
            assertThat(Service.as(Tokens.of("stranger", "offline_access"))
                            .get(path)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(Service.as(Tokens.of("partner", "partner")).get(path).statusCode())
                    .isEqualTo(200);
        }
        assertThat(read("/syndication/atom", Map.of()).header("Cache-Control")).isEqualTo("private, max-age=300");
    }

    private static List<String> ids(String path, Map<String, String> parameters) {
        return Pattern.compile("(?:<id>|<guid[^>]*>)urn:uuid:([^<]+)")
                .matcher(text(read(path, parameters)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static int status(String header, String value) {
        return Service.as(Tokens.reader())
                .header(header, value)
                .get("/syndication/atom")
                .statusCode();
    }

    private static Response read(String path, Map<String, String> parameters) {
        return Service.as(Tokens.reader()).queryParams(parameters).get(path);
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }
}
