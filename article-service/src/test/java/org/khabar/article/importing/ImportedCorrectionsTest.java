package org.khabar.article.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** All that a source tells of its corrections. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportedCorrectionsTest {

    private static final String FIRST = "{\"note\": \"صحح الاسم\", \"time\": \"2025-03-05T19:00:00Z\"}";
    private static final String SECOND = "{\"note\": \"صحح الرقم\", \"time\": \"2025-03-06T08:30:00+01:00\"}";

    private final Database database;

    ImportedCorrectionsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    /** As GraphQL answers them, which has no correctionNote. */
    @Test
    void aNewArticleHasThemAll() {
        send(own("\"status\": \"CORRECTED\", \"corrections\": [" + FIRST + ", " + SECOND + "]"));
        JsonNode told = told();
        assertThat(told.findValuesAsText("note")).containsExactly("صحح الاسم", "صحح الرقم");
        assertThat(told.findValuesAsText("time")).containsExactly("2025-03-05T19:00:00Z", "2025-03-06T07:30:00Z");
        assertThat(told.findValuesAsText("version")).containsExactly("1", "1");
    }

    @Test
    void anArticleThatIsKnownGetsThoseThatItLacks() {
        send(own("\"status\": \"CORRECTED\", \"correctionNote\": \"صحح الاسم\""));
        String time = told().findValuesAsText("time").getFirst();
        String third = "{\"note\": \"صحح التاريخ\"}";
        String all = own("\"status\": \"CORRECTED\", \"corrections\": [" + FIRST + ", " + SECOND + ", " + third + "]");
        send(all);
        JsonNode told = told();
        assertThat(told.findValuesAsText("note")).containsExactly("صحح الاسم", "صحح الرقم", "صحح التاريخ");
        assertThat(told.findValuesAsText("time").getFirst()).isEqualTo(time);
        assertThat(told.findValuesAsText("version")).containsExactly("1", "2", "2");
        assertThat(Service.json(send(all).asByteArray()).path("status").asText())
                .isEqualTo("unchanged");
    }

    @Test
    void ninjsTellsTheLastOneFirst() {
        send("""
                {"uri": "https://www.hespress.com/items/1.html", "language": "ar", "headlines": [{"value": "عنوان"}],
                 "bodies": [{"contentType": "text/plain", "value": "نص الخبر."}], "descriptions": [
                 {"role": "correction", "contentType": "text/plain", "value": "صحح الرقم"},
                 {"role": "summary", "contentType": "text/plain", "value": "ملخص"},
                 {"role": "correction", "contentType": "text/plain", "value": "صحح الاسم"}]}
                """);
        assertThat(told().findValuesAsText("note")).containsExactly("صحح الاسم", "صحح الرقم");
        assertThat(database.list("select correction_note from article")).containsExactly("صحح الرقم");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{}]                                      | $.corrections[0].note",
                "[{\"note\": \"أ\"}, {\"note\": 3}]        | $.corrections[1].note",
                "[{\"note\": \"أ\", \"time\": \"أمس\"}]    | $.corrections[0].time",
                "[{\"note\": \"أ\", \"by\": \"محرر\"}]     | $.corrections[0].by",
                "[\"أ\"]                                   | $.corrections[0]",
                "{}                                        | $.corrections",
            })
    void whatIsWrongIsNamedWithItsPlace(String corrections, String path) {
        Response refused = send(own("\"status\": \"CORRECTED\", \"corrections\": " + corrections));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.asString()).contains("BAD_USER_INPUT").contains(path);
        assertThat(database.count("article")).isZero();
    }

    @Test
    void moreThanAnyNewsroomMakesAreRefused() {
        String thousand = IntStream.rangeClosed(1, 1000)
                .mapToObj("{\"note\": \"تصحيح %d\"}"::formatted)
                .collect(Collectors.joining(", "));
        assertThat(send(own("\"status\": \"CORRECTED\", \"corrections\": [" + thousand + "]"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(told()).as("readers get the newest").hasSize(50);
        Response refused = send(own("\"status\": \"CORRECTED\", \"corrections\": [" + thousand + ", " + FIRST + "]"));
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(refused.asString()).contains("$.corrections").contains("1000");
    }

    private static String own(String members) {
        return """
                {"headline": "أمطار قوية بجهة طنجة", "url": "https://www.hespress.com/items/1.html",
                 "outlet": "hespress", "language": "ar", "publishedAt": "2025-03-05T18:10:00Z",
                 "text": "بلغت التساقطات 13 مليمترا.", %s}
                """.formatted(members);
    }

    private static Response send(String item) {
        return Service.as(Tokens.editor())
                .contentType("application/json")
                .body(item.getBytes(StandardCharsets.UTF_8))
                .post("/imports");
    }

    private static JsonNode told() {
        return Service.graphql(Tokens.reader(), "{ articles { nodes { corrections { note time version } } } }")
                .at("/data/articles/nodes/0/corrections");
    }
}
