package org.khabar.entity.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.entity.testing.ServiceResource;
import org.khabar.entity.testing.Tokens;

/** What is no line, too large a one, or nobody's business, is refused by its name, and nothing else is. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
@TestProfile(Exchange.OwnDatabase.class)
class RefusedLinesTest {

    @Inject
    CatalogueImport imports;

    @Test
    void oneBadLineFailsAloneAndIsNamed() {
        String good = "{\"type\":\"PLACE\",\"names\":[{\"language\":\"ar\",\"text\":\"واحة السطر %d\"}]}";
        List<JsonNode> results = Exchange.importLines(
                good.formatted(1), "", "{\"type\":\"PLACE\"", good.formatted(4), "{\"names\":[]}", good.formatted(6));

        assertThat(Exchange.status(results.subList(0, 5).toArray(JsonNode[]::new)))
                .containsExactly("created", "failed", "created", "failed", "created");
        assertThat(results.get(1).path("line").asInt()).isEqualTo(3);
        assertThat(results.get(1).path("index").asInt()).isEqualTo(2);
        assertThat(results.getLast().toString())
                .isEqualTo("{\"done\":true,\"created\":3,\"updated\":0,\"unchanged\":0,\"failed\":2}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    nonsense                                                                  | BAD_USER_INPUT | The line is no JSON
                    []                                                                        | BAD_USER_INPUT | $: an object is expected, not a list
                    {"type":"PLACE","type":"PLACE"}                                           | BAD_USER_INPUT | The line is no JSON
                    {"type":"PLACE"} {}                                                       | BAD_USER_INPUT | The line is no JSON
                    {"type":"CITY"}                                                           | BAD_USER_INPUT | $.type is "CITY"; there are PERSON
                    {"type":7}                                                                | BAD_USER_INPUT | $.type: a string is expected, not the number 7
                    {"colour":"red"}                                                          | BAD_USER_INPUT | $.colour: there is no such member
                    {"type":"PLACE"}                                                          | BAD_USER_INPUT | $.names is missing, and there is no such entity
                    {"names":[{"language":"ar","text":"س"}]}                                  | BAD_USER_INPUT | $.type is missing, and there is no such entity
                    {"id":"17"}                                                               | BAD_USER_INPUT | $.id is "17", which is no id
                    {"version":0}                                                             | BAD_USER_INPUT | $.version: a whole number from 1 on is expected
                    {"version":2147483647}                                                    | LIMIT_EXCEEDED | $.version is 2147483647; the limit is 1000000000.
                    {"type":"PLACE","names":[{"language":"??","text":"س"}]}                   | BAD_USER_INPUT | $.names[0].language is "??"
                    {"type":"PLACE","names":[{"language":"ar","text":"a\\u0000b"}]}           | BAD_USER_INPUT | $.names[0].text has what is no character at 1
                    {"type":"PLACE","names":[{"language":"ar","text":"a\\ud800"}]}            | BAD_USER_INPUT | $.names[0].text has what is no character at 1
                    {"type":"PLACE","names":[{"language":"ar","text":"a\\nb"}]}               | BAD_USER_INPUT | $.names[0].text has a line break
                    {"keys":["Q17"]}                                                          | BAD_USER_INPUT | "Q17" is no key of a source
                    {"keys":["id:Q17"]}                                                       | BAD_USER_INPUT | "id:Q17" is no key of a source
                    {"externalIds":[{"scheme":"wikidata","value":"17"}]}                      | BAD_USER_INPUT | $.externalIds[0].value is "17"
                    {"dates":[{"property":"BIRTH","value":"yesterday"}]}                      | BAD_USER_INPUT | $.dates[0].value is "yesterday"
                    {"relations":[{"kind":"CITIZEN_OF"}]}                                     | BAD_USER_INPUT | $.relations[0].entity is missing
                    {"relations":[{"kind":"HOLDS_OFFICE","key":"cldr:territory/MA"}]}         | BAD_USER_INPUT | $.relations[0].title is missing
                    {"relations":[{"kind":"CITIZEN_OF","key":"cldr:territory/MA","from":"2020-13-01"}]} | BAD_USER_INPUT | $.relations[0].from is "2020-13-01"
                    {"type":"PLACE","names":[{"language":"ar","text":"س"}],"relations":[{"kind":"CITIZEN_OF","key":"cldr:territory/MA"}]} | BAD_USER_INPUT | from PLACE to PLACE, which cannot be
                    {"keys":["cldr:territory/MA"],"relations":[{"kind":"PART_OF","key":"cldr:territory/MA"}]} | BAD_USER_INPUT | to the entity itself
                    {"keys":["cldr:territory/MA"],"type":"PERSON"}                            | CONFLICT       | $.type is PERSON; the entity
                    {"keys":["cldr:territory/MA","cldr:territory/EG"],"country":"MA"}         | CONFLICT       | $.keys are those of several entities
                    {"id":"0195a000-0000-7000-8000-00000000ffff","mergedInto":{"entity":"0195a000-0000-7000-8000-00000000fffe"}} | NOT_FOUND | $.mergedInto is 0195a000-0000-7000-8000-00000000fffe
                    {"a":[[[[[[[[[[[[1]]]]]]]]]]]]}                                           | LIMIT_EXCEEDED | nested deeper than 10
                    """)
    void whatCannotBeIsRefusedWithItsCode(String line, String code, String message) {
        JsonNode result = Exchange.importLines(line.replace("\\\\", "\\")).getFirst();

        assertThat(result.at("/error/message").asText()).contains(message);
        assertThat(result.at("/error/code").asText()).isEqualTo(code);
    }

    @Test
    void boundsOfALineAreKept() {
        String aliases = IntStream.range(0, 201)
                .mapToObj(i -> "{\"language\":\"fr\",\"text\":\"a%d\"}".formatted(i))
                .collect(Collectors.joining(",", "{\"aliases\":[", "]}"));
        String keys = IntStream.range(0, 41)
                .mapToObj(i -> "\"ours:%d\"".formatted(i))
                .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
        String name =
                "{\"type\":\"PLACE\",\"names\":[{\"language\":\"fr\",\"text\":\"%s\"}]}".formatted("a".repeat(301));
        String line = "{\"type\":\"%s\"}".formatted("a".repeat(100_000));
        List<JsonNode> results = Exchange.importLines(aliases, keys, name, line);

        assertThat(results.subList(0, 4).stream()
                        .map(result -> result.at("/error/message").asText()))
                .containsExactly(
                        "$.aliases has 201 items; the limit is 200.",
                        "$.keys has 41 items; the limit is 40.",
                        "$.names[0].text has 301 characters; the limit is 300.",
                        "The line has more than 100000 bytes.");
        assertThat(results.subList(0, 4).stream()
                        .map(result -> result.at("/error/code").asText()))
                .containsOnly("LIMIT_EXCEEDED");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] body = {'{', '"', (byte) 0xC3, '"', '\n', (byte) 0xFF, (byte) 0xFE, '{', 0, '\n', 0, 0, '\n'};

        assertThat(Exchange.importLines(body).stream()
                        .limit(2)
                        .map(result -> result.at("/error/message").asText()))
                .containsOnly("The line is not UTF-8.");
    }

    @Test
    void aPackedBodyIsUnpackedAndADamagedOneEndsTheImport() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"type\":\"PLACE\",\"names\":[{\"language\":\"ar\",\"text\":\"واحة مضغوطة\"}]}"
                    .getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = packed.toByteArray();

        assertThat(Exchange.lines(gzip(whole).asString())
                        .getLast()
                        .path("created")
                        .asInt())
                .isEqualTo(1);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        JsonNode end = Exchange.lines(gzip(half).asString()).getLast();
        assertThat(end.path("done").asBoolean(true)).isFalse();
        assertThat(end.at("/error/code").asText()).isEqualTo("BAD_USER_INPUT");
    }

    private static Response gzip(byte[] body) {
        return RestAssured.given()
                .auth()
                .oauth2(Exchange.admin())
                .contentType("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(body)
                .post("/imports/entities");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "editor", "moderator", "partner", "service"})
    void onlyAdminsImport(String role) {
        assertThat(Exchange.post("{}".getBytes(StandardCharsets.UTF_8), "", Tokens.of("someone", role))
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"reader,403", "editor,403", "moderator,403", "partner,200", "service,200", "admin,200"})
    void whoExportsArticlesExportsEntities(String role, int status) {
        assertThat(RestAssured.given()
                        .auth()
                        .oauth2(Tokens.of("someone", role))
                        .get("/exports/entities")
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void noMoreImportsThanThereArePlaces() {
        imports.acquire();
        imports.acquire();
        try {
            assertThat(Exchange.post("{}".getBytes(StandardCharsets.UTF_8), "", Exchange.admin())
                            .statusCode())
                    .isEqualTo(429);
        } finally {
            imports.release();
            imports.release();
        }
    }
}
