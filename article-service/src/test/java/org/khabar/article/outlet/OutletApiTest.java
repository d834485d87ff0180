package org.khabar.article.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Outlets are added, revised, found and listed. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class OutletApiTest {

    private static final String CREATE = """
            mutation ($code: String!, $input: OutletInput!) {
              createOutlet(code: $code, input: $input) {
                id code country timeZone languages names { text language } variants hosts homePage logo
                feeds { url intervalSeconds } version
              }
            }
            """;
    private static final String REVISE = """
            mutation ($id: ID!, $version: Int!, $input: OutletInput!) {
              reviseOutlet(id: $id, version: $version, input: $input) { version country hosts names { text } }
            }
            """;

    private final Database database;

    OutletApiTest(Database database) {
        this.database = database;
    }

    @AfterEach
    void onlyTheOutletsThatThereWere() {
        database.reset();
        database.execute("delete from outlet where code like 'test-%'");
    }

    @Test
    void anOutletIsAddedWithAllThatIsSaidOfIt() {
        Map<String, Object> input = input();
        input.put("country", "MA");
        input.put("languages", List.of("ar", "fr-ma"));
        input.put("variants", List.of("جريدة الأمل", " جريدة الأمل "));
        input.put("hosts", List.of("WWW.Test-Amal.ma", "أمل.example.com"));
        input.put("homePage", "https://test-amal.ma/");
        input.put("logo", "https://test-amal.ma/logo.svg");
        input.put(
                "feeds",
                List.of(
                        Map.of("url", "https://test-amal.ma/feed", "intervalSeconds", 300),
                        Map.of("url", "https://test-amal.ma/sport/feed")));
        JsonNode outlet = create("test-amal", input).at("/data/createOutlet");

        assertThat(outlet.get("country").asText()).isEqualTo("MA");
        assertThat(outlet.get("languages").toString()).isEqualTo("[\"ar\",\"fr-MA\"]");
        assertThat(outlet.get("variants").toString()).isEqualTo("[\"جريدة الأمل\"]");
        assertThat(outlet.get("hosts").toString()).isEqualTo("[\"test-amal.ma\",\"xn--igb0ec.example.com\"]");
        assertThat(outlet.get("feeds").toString())
                .isEqualTo("[{\"url\":\"https://test-amal.ma/feed\",\"intervalSeconds\":300},"
                        + "{\"url\":\"https://test-amal.ma/sport/feed\",\"intervalSeconds\":900}]");
        assertThat(outlet.get("version").asInt()).isEqualTo(1);
        JsonNode read = Service.graphql(
                Tokens.reader(),
                "query ($id: ID!) { outlet(id: $id) { code homePage logo name(language: \"fr\") { text } } }",
                Map.of("id", outlet.get("id").asText()));
        assertThat(read.at("/data/outlet").toString())
                .isEqualTo("{\"code\":\"test-amal\",\"homePage\":\"https://test-amal.ma/\","
                        + "\"logo\":\"https://test-amal.ma/logo.svg\",\"name\":{\"text\":\"Al Amal\"}}");
    }

    @Test
    void pagesOfANewOutletAreKnownByItsHostAtOnce() {
        Map<String, Object> input = input();
        input.put("hosts", List.of("test-amal.ma"));
        create("test-amal", input);
        Service.importPage(
                Pages.numbered(1).replace("هسبريس - متابعة", ""), Map.of("url", "https://www.test-amal.ma/1"));

        assertThat(database.list("select code from outlet join article on outlet_id = outlet.id"))
                .containsExactly("test-amal");
    }

    @Test
    void aRevisionSaysAllAnew() {
        Map<String, Object> first = input();
        first.put("country", "MA");
        first.put("hosts", List.of("test-amal.ma"));
        String id = create("test-amal", first).at("/data/createOutlet/id").asText();
        Map<String, Object> second = input();
        second.put("names", List.of(Map.of("text", "الأمل الجديد", "language", "ar")));
        JsonNode revised = revise(id, 1, second).at("/data/reviseOutlet");

        assertThat(revised.toString())
                .isEqualTo("{\"version\":2,\"country\":null,\"hosts\":[],\"names\":[{\"text\":\"الأمل الجديد\"}]}");
        assertCode(revise(id, 1, first), "CONFLICT");
        assertThat(revise(id, 1, first).at("/errors/0/message").asText()).contains("version 2, not 1");
        assertCode(revise("0195a000-0000-7000-8000-000000000001", 1, first), "NOT_FOUND");
        assertCode(revise("nothing", 1, first), "NOT_FOUND");
    }

    @Test
    void ofManyWhoReviseOneVersionOneDoes() throws Exception {
        String id = create("test-amal", input()).at("/data/createOutlet/id").asText();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<JsonNode>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> {
                        Map<String, Object> input = input();
                        input.put("variants", List.of("الأمل " + i));
                        return revise(id, 1, input);
                    }))
                    .toList();
            List<String> codes = new ArrayList<>();
            for (Future<JsonNode> answer : answers) {
                codes.add(answer.get().at("/errors/0/extensions/code").asText());
            }
            assertThat(codes).hasSize(8).containsOnlyOnce("").containsOnly("", "CONFLICT");
        }
        assertThat(database.list("select version from outlet where code = 'test-amal'"))
                .containsExactly("2");
    }

    @Test
    void codesAndHostsAreOneOutletsAlone() {
        Map<String, Object> input = input();
        input.put("hosts", List.of("fr.hespress.com"));
        JsonNode taken = create("test-amal", input);

        assertCode(taken, "CONFLICT");
        assertThat(taken.at("/errors/0/message").asText())
                .contains("fr.hespress.com")
                .contains("hespress");
        assertCode(create("hespress", input()), "CONFLICT");
        assertThat(database.list("select code from outlet where code like 'test-%'"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-amal", "Amal", "الأمل", "a b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void codesThatAreNoneAreRefused(String code) {
        assertCode(create(code, input()), "BAD_USER_INPUT");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            country   | "XX"                                                        | country is not
            country   | "ma"                                                        | country is not
            timeZone  | "Africa/Rabat"                                              | timeZone is not
            timeZone  | "+01:00"                                                    | timeZone is not
            languages | ["ar", "arabic_MA"]                                         | languages[1]
            languages | [""]                                                        | languages[0]
            names     | []                                                          | names is empty
            names     | [{"text": " ", "language": "ar"}]                           | names[0] is blank
            names     | [{"text": "الأمل", "language": "العربية"}]                   | names[0]
            names     | [{"text": "أ", "language": "ar"}, {"text": "ب", "language": "ar"}] | names[1] repeats ar
            hosts     | ["localhost"]                                               | hosts[0]
            hosts     | ["https://example.com"]                                     | hosts[0]
            hosts     | ["10.0.0.1"]                                                | hosts[0]
            hosts     | ["example.com", "www.EXAMPLE.com"]                          | hosts[1] repeats example.com
            homePage  | "javascript:alert(1)"                                       | homePage is not
            homePage  | "https://admin:secret@example.com/"                         | homePage is not
            logo      | "/logo.png"                                                 | logo is not
            feeds     | [{"url": "ftp://example.com/feed"}]                         | feeds[0] is not
            feeds     | [{"url": "https://example.com/feed", "intervalSeconds": 59}]| feeds[0] has an interval
            feeds     | [{"url": "https://example.com/feed", "intervalSeconds": 604801}] | feeds[0] has an interval
            """)
    void whatIsWrongIsNamed(String field, String value, String message) {
        Map<String, Object> input = input();
        input.put(field, Service.json(value.getBytes(StandardCharsets.UTF_8)));
        JsonNode answer = create("test-amal", input);

        assertThat(answer.at("/errors/0/message").asText()).contains(message);
        assertCode(answer, "BAD_USER_INPUT");
        assertThat(database.list("select code from outlet where code like 'test-%'"))
                .isEmpty();
    }

    @Test
    void tooManyOfAnythingAreRefused() {
        Map<String, Object> input = input();
        input.put("variants", Collections.nCopies(101, "الأمل"));
        JsonNode answer = create("test-amal", input);

        assertCode(answer, "LIMIT_EXCEEDED");
        assertThat(answer.at("/errors/0/message").asText()).isEqualTo("variants has 101 entries; the limit is 100.");
    }

    @Test
    void onlyAdminsWriteOutlets() {
        Map<String, ?> variables = Map.of("code", "test-amal", "input", input());
        assertCode(Service.graphql(Tokens.editor(), CREATE, variables), "FORBIDDEN");
        assertCode(Service.graphql(Tokens.reader(), CREATE, variables), "FORBIDDEN");
        String id =
                database.list("select id from outlet where code = 'hespress'").getFirst();
        assertCode(
                Service.graphql(Tokens.editor(), REVISE, Map.of("id", id, "version", 1, "input", input())),
                "FORBIDDEN");
    }

    @Test
    void whatAnotherReplicaChangesIsNoticed() {
        assertThat(findByCode("test-other")).isFalse();
        database.execute("""
                insert into outlet (id, code, time_zone, languages, names) values (uuidv7(), 'test-other', 'UTC', '{}',
                  '[{"language": "ar", "text": "آخر"}]')
                """);
        Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> findByCode("test-other"));
        database.execute("delete from outlet where code = 'test-other'");
        Awaitility.await().atMost(Duration.ofSeconds(3)).until(() -> !findByCode("test-other"));
    }

    @ParameterizedTest
    @CsvSource({
        "الاهرام, ahram",
        "أَلأهرامُ, ahram",
        "هويـــة برس, howiyapress",
        "وكالة الانباء الجزائريه, aps",
        "algérie presse, aps",
        "ALGERIE PRESSE, aps",
        "لو٣٦٠, le360"
    })
    void outletsAreFoundByANameHoweverItIsSpelled(String name, String code) {
        JsonNode answer = Service.graphql(
                Tokens.reader(),
                "query ($name: String) { outlets(filter: {name: $name}) { nodes { code } } }",
                Map.of("name", name));
        assertThat(answer.at("/data/outlets/nodes").findValuesAsText("code")).contains(code);
    }

    @Test
    void outletsAreListedPageByPage() {
        List<String> all =
                database.list("select code from outlet where country = 'MA' and 'fr' = any(languages) order by code");
        List<String> seen = new ArrayList<>();
        String after = null;
        boolean more = true;
        while (more) {
            Map<String, Object> variables = new HashMap<>();
            variables.put("after", after);
            JsonNode page = Service.graphql(Tokens.reader(), """
                    query ($after: String) {
                      outlets(first: 2, after: $after, filter: {countries: ["MA"], languages: ["fr"]}) {
                        totalCount nodes { code } pageInfo { hasNextPage endCursor }
                      }
                    }
                    """, variables).at("/data/outlets");
            assertThat(page.get("totalCount").asInt()).isEqualTo(all.size());
            seen.addAll(page.get("nodes").findValuesAsText("code"));
            after = page.at("/pageInfo/endCursor").asText();
            more = page.at("/pageInfo/hasNextPage").asBoolean();
        }

        assertThat(all).hasSizeGreaterThan(3);
        assertThat(seen).isEqualTo(all);
    }

    @Test
    void filtersOfAnySizeAreNotLookedAt() {
        String query = "query ($filter: OutletFilter) { outlets(filter: $filter) { totalCount } }";
        for (Map<String, ?> filter : List.of(
                Map.of("name", "ا".repeat(201)),
                Map.of("languages", Collections.nCopies(101, "ar")),
                Map.of("countries", Collections.nCopies(101, "MA")))) {
            assertCode(Service.graphql(Tokens.reader(), query, Map.of("filter", filter)), "LIMIT_EXCEEDED");
        }
    }

    @Test
    void anOutletIsAskedForByItsCodeOrItsId() {
        assertCode(Service.graphql(Tokens.reader(), "{ outlet { code } }"), "BAD_USER_INPUT");
        assertCode(
                Service.graphql(Tokens.reader(), "{ outlet(code: \"hespress\", id: \"1\") { code } }"),
                "BAD_USER_INPUT");
        assertThat(Service.graphql(Tokens.reader(), "{ outlet(id: \"nothing\") { code } }")
                        .at("/data/outlet")
                        .isNull())
                .isTrue();
    }

    private static boolean findByCode(String code) {
        return !Service.graphql(
                        Tokens.reader(), "query ($code: String) { outlet(code: $code) { code } }", Map.of("code", code))
                .at("/data/outlet")
                .isNull();
    }

    private static Map<String, Object> input() {
        Map<String, Object> input = new HashMap<>();
        input.put(
                "names",
                List.of(Map.of("text", "الأمل", "language", "ar"), Map.of("text", "Al Amal", "language", "fr")));
        input.put("timeZone", "Africa/Casablanca");
        return input;
    }

    private static JsonNode create(String code, Map<String, Object> input) {
        return Service.graphql(Tokens.admin(), CREATE, Map.of("code", code, "input", input));
    }

    private static JsonNode revise(String id, int version, Map<String, Object> input) {
        return Service.graphql(Tokens.admin(), REVISE, Map.of("id", id, "version", version, "input", input));
    }

    private static void assertCode(JsonNode answer, String code) {
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo(code);
    }
}
