package org.khabar.entity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Feed;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.ServiceResource;

/** Lines make entities. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
@TestProfile(Exchange.OwnDatabase.class)
class CatalogueImportTest {

    @Inject
    Database database;

    @Test
    void aLineBecomesAnEntityWithItsHistory() {
        String id = UUID.randomUUID().toString();
        JsonNode result = Exchange.importLines("""
                {"id":"%s","type":"PERSON","version":4,"country":"MA","keys":["ours:1"],"names":[{"language":"ar","text":"نزهة المرجاني الأولى"}],"descriptions":[{"language":"fr","text":"écrivaine"}],"aliases":[{"language":"fr","text":"El Marjani","type":"SHORT","support":["MA"]}],"externalIds":[{"scheme":"viaf","value":"111111111112"}],"dates":[{"property":"BIRTH","value":"1963-08"}],"relations":[{"kind":"CITIZEN_OF","key":"cldr:territory/MA","from":"1963-08-21"}]}
                """.formatted(id).strip()).getFirst();

        assertThat(result.toString())
                .isEqualTo("{\"index\":1,\"line\":1,\"status\":\"created\",\"id\":\"%s\",\"version\":4}".formatted(id));
        var entity = Newsroom.edit("""
                query($id: ID!) { entity(id: $id) { version name(language: "ar") { text } description aliases { text type }
                  externalIds { value } relations { kind from entity { name(language: "en") { text } } }
                  history { edges { node { kind author version changes { field added } } } } ... on Person { birthDate } } }
                """, Map.of("id", id));
        entity.setRootPath("data.entity");
        assertThat(entity.getInt("version")).isEqualTo(4);
        assertThat(entity.getString("birthDate")).isEqualTo("1963-08");
        assertThat(entity.getList("aliases.text", String.class))
                .containsExactlyInAnyOrder("نزهة المرجاني الأولى", "El Marjani");
        assertThat(entity.getString("relations[0].entity.name.text")).isEqualTo("Morocco");
        assertThat(entity.getString("relations[0].from")).isEqualTo("1963-08-21");
        assertThat(entity.getString("history.edges[0].node.kind")).isEqualTo("CREATED");
        assertThat(entity.getString("history.edges[0].node.author")).isEqualTo(Exchange.AUTHOR);
        assertThat(entity.getList("history.edges[0].node.changes.field", String.class))
                .containsExactly("aliases", "country", "dates", "descriptions", "externalIds", "names", "relations");
    }

    @Test
    void whatIsSaidAgainIsUnchangedAndWhatIsOtherIsARevision() {
        String id = Newsroom.create("مرصد النجوم القديم");
        String line = "{\"id\":\"%s\",\"names\":[{\"language\":\"ar\",\"text\":\"%s\"}]}";
        JsonNode same =
                Exchange.importLines(line.formatted(id, "مرصد النجوم القديم")).getFirst();
        JsonNode other =
                Exchange.importLines(line.formatted(id, "مرصد النجوم الجديد")).getFirst();
        JsonNode again =
                Exchange.importLines(line.formatted(id, "مرصد النجوم الجديد")).getFirst();

        assertThat(Exchange.status(same, other, again)).containsExactly("unchanged", "updated", "unchanged");
        assertThat(other.path("version").asInt()).isEqualTo(2);
        assertThat(database.list(
                        "select kind || ' ' || author from entity_revision where entity_id = ? order by id",
                        UUID.fromString(id)))
                .containsExactly("CREATED salma", "REVISED " + Exchange.AUTHOR);
        assertThat(database.list(
                        "select text from entity_alias where entity_id = ? order by text", UUID.fromString(id)))
                .containsExactly("مرصد النجوم الجديد", "مرصد النجوم القديم");
    }

    @Test
    void anOlderVersionIsAConflictAndIsNotTaken() {
        String id = Newsroom.create("مرصد الأمطار");
        Newsroom.revise(id, "{country: \"MA\"}");
        JsonNode result = Exchange.importLines("{\"id\":\"%s\",\"version\":1,\"country\":\"DZ\"}".formatted(id))
                .getFirst();

        assertThat(result.at("/error/code").asText()).isEqualTo("CONFLICT");
        assertThat(result.at("/error/message").asText()).contains("has version 2 by now, not 1");
        assertThat(Newsroom.version(id)).isEqualTo(2);
    }

    @Test
    void anEntityOfAnotherCatalogueIsKnownByItsKeyOrExternalId() {
        String egypt = database.entity("cldr:territory/EG");
        JsonNode byKey = Exchange.importLines(
                        "{\"id\":\"%s\",\"type\":\"PLACE\",\"keys\":[\"cldr:territory/EG\"],\"version\":1,\"names\":[{\"language\":\"de\",\"text\":\"Ägypten\"},{\"language\":\"ar\",\"text\":\"مصر\"},{\"language\":\"en\",\"text\":\"Egypt\"},{\"language\":\"fr\",\"text\":\"Égypte\"}]}"
                                .formatted(UUID.randomUUID()))
                .getFirst();
        String first = Exchange.importLines(museum("متحف المعرفات", "222222222222"))
                .getFirst()
                .path("id")
                .asText();
        JsonNode byExternalId =
                Exchange.importLines(museum("متحف المعرفات", "222222222222")).getFirst();

        assertThat(byKey.path("id").asText()).isEqualTo(egypt);
        assertThat(byKey.path("status").asText()).isEqualTo("updated");
        assertThat(byExternalId.path("id").asText()).isEqualTo(first);
        assertThat(byExternalId.path("status").asText()).isEqualTo("unchanged");
    }

    private static String museum(String name, String viaf) {
        return "{\"type\":\"ORGANIZATION\",\"names\":[{\"language\":\"ar\",\"text\":\"%s\"}],\"externalIds\":[{\"scheme\":\"viaf\",\"value\":\"%s\"}]}"
                .formatted(name, viaf);
    }

    @Test
    void aRelationWaitsForAnEntityThatComesLater() {
        String person = UUID.randomUUID().toString();
        String party = UUID.randomUUID().toString();
        List<JsonNode> first = Exchange.importLines(
                "{\"id\":\"%s\",\"type\":\"PERSON\",\"names\":[{\"language\":\"ar\",\"text\":\"عضو حزب البحيرة\"}],\"relations\":[{\"kind\":\"MEMBER_OF\",\"entity\":\"%s\",\"from\":\"2020-02-03\"}]}"
                        .formatted(person, party));
        assertThat(first.getFirst().path("waitingRelations").asInt()).isEqualTo(1);
        assertThat(relations(person)).isEmpty();
        assertThat(Exchange.importLines(
                                "{\"id\":\"%s\",\"relations\":[{\"kind\":\"MEMBER_OF\",\"entity\":\"%s\",\"from\":\"2020-02-03\"}]}"
                                        .formatted(person, party))
                        .getFirst()
                        .path("status")
                        .asText())
                .isEqualTo("unchanged");

        Exchange.importLines(
                "{\"id\":\"%s\",\"type\":\"ORGANIZATION\",\"names\":[{\"language\":\"ar\",\"text\":\"حزب البحيرة\"}]}"
                        .formatted(party));

        assertThat(relations(person)).containsExactly("MEMBER_OF " + party + " 2020-02-03");
        assertThat(Newsroom.version(person)).isEqualTo(1);
    }

    /** An item of Wikidata's comes by other ways than a dump, too. */
    @Test
    void aRelationWaitsForWhoeverGetsTheItemsId() {
        String person = Exchange.importLines(
                        "{\"type\":\"PERSON\",\"names\":[{\"language\":\"ar\",\"text\":\"عضو كل الأحزاب\"}],\"relations\":[%s]}"
                                .formatted(IntStream.rangeClosed(1, 3)
                                        .mapToObj(i ->
                                                "{\"kind\":\"MEMBER_OF\",\"key\":\"wikidata:Q77000%d\",\"from\":\"200%d-02-03\"}"
                                                        .formatted(i, i))
                                        .collect(Collectors.joining(","))))
                .getFirst()
                .path("id")
                .asText();
        assertThat(relations(person)).isEmpty();

        String imported = Exchange.importLines(
                        "{\"type\":\"ORGANIZATION\",\"names\":[{\"language\":\"ar\",\"text\":\"حزب السطر\"}],\"externalIds\":[{\"scheme\":\"wikidata\",\"value\":\"Q770001\"}]}")
                .getFirst()
                .path("id")
                .asText();
        assertThat(relations(person)).containsExactly("MEMBER_OF " + imported + " 2001-02-03");

        String created = Newsroom.edit(
                        "mutation { createEntity(input: {type: ORGANIZATION, names: [{language: \"ar\", text: \"حزب المحرر\"}], externalIds: [{scheme: \"wikidata\", value: \"Q770002\"}]}) { id } }",
                        Map.of())
                .getString("data.createEntity.id");
        assertThat(relations(person))
                .containsExactlyInAnyOrder(
                        "MEMBER_OF " + imported + " 2001-02-03", "MEMBER_OF " + created + " 2002-02-03");

        String revised = Newsroom.create("حزب المراجعة");
        Newsroom.revise(revised, "{externalIds: [{scheme: \"wikidata\", value: \"Q770003\"}]}");
        assertThat(relations(person))
                .containsExactlyInAnyOrder(
                        "MEMBER_OF " + imported + " 2001-02-03",
                        "MEMBER_OF " + created + " 2002-02-03",
                        "MEMBER_OF " + revised + " 2003-02-03");
    }

    private List<String> relations(String entity) {
        return database.list(
                "select kind || ' ' || target_id || ' ' || from_day from entity_relation where entity_id = ?",
                UUID.fromString(entity));
    }

    @Test
    void linesBeforeTheFirstThatIsWantedArePassedOver() {
        String good = "{\"type\":\"PLACE\",\"names\":[{\"language\":\"ar\",\"text\":\"واحة الاستئناف %d\"}]}";
        byte[] body = (good.formatted(1) + "\n" + good.formatted(2)).getBytes(StandardCharsets.UTF_8);
        List<JsonNode> results = Exchange.lines(
                Exchange.post(body, "?from=2&results=failed", Exchange.admin()).asString());

        assertThat(results).hasSize(1);
        assertThat(results.getFirst().path("created").asInt()).isEqualTo(1);
        assertThat(database.list("select count(*) from entity_name where text = 'واحة الاستئناف 1'"))
                .containsExactly("0");
        assertThat(Exchange.post(body, "?from=0", Exchange.admin()).statusCode())
                .isEqualTo(400);
        assertThat(Exchange.post(body, "?results=none", Exchange.admin()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void twoLinesOfOneEntityAreOneAfterTheOther() {
        String id = UUID.randomUUID().toString();
        String line = "{\"id\":\"%s\",\"type\":\"PLACE\",\"names\":[{\"language\":\"ar\",\"text\":\"%s\"}]}";
        List<JsonNode> results = Exchange.importLines(
                line.formatted(id, "اسم أول"), line.formatted(id, "اسم ثان"), line.formatted(id, "اسم ثان"));

        assertThat(Exchange.status(results.subList(0, 3).toArray(JsonNode[]::new)))
                .containsExactly("created", "updated", "unchanged");
    }

    /** Each is decided from what the one before has made, though only the catalogue knows that they are about one entity. */
    @Test
    void linesOfOneEntityUnderSeveralNamesAreOneAfterTheOther() {
        String id = UUID.randomUUID().toString();
        Exchange.importLines(
                "{\"id\":\"%s\",\"type\":\"PLACE\",\"keys\":[\"ours:handles\"],\"names\":[{\"language\":\"ar\",\"text\":\"واحة المقابض\"}],\"externalIds\":[{\"scheme\":\"viaf\",\"value\":\"333333333331\"}]}"
                        .formatted(id));
        String alias =
                "\"aliases\":[{\"language\":\"ar\",\"text\":\"عين المقابض\",\"type\":\"NAME\"},{\"language\":\"ar\",\"text\":\"واحة المقابض\",\"type\":\"NAME\"}]";
        List<JsonNode> results = Exchange.importLines(
                "{\"id\":\"%s\",\"hidden\":true,%s}".formatted(id, alias),
                "{\"type\":\"PLACE\",\"names\":[{\"language\":\"ar\",\"text\":\"واحة بين السطرين\"}]}",
                "{\"keys\":[\"ours:handles\"],\"country\":\"MA\",%s}".formatted(alias),
                "{\"externalIds\":[{\"scheme\":\"viaf\",\"value\":\"333333333331\"}],\"hidden\":true}",
                "{\"id\":\"%s\",\"version\":1,\"country\":\"DZ\"}".formatted(id));

        assertThat(Exchange.status(results.subList(0, 5).toArray(JsonNode[]::new)))
                .containsExactly("updated", "created", "updated", "unchanged", "failed");
        assertThat(results.get(2).path("version").asInt()).isEqualTo(3);
        assertThat(results.get(4).at("/error/code").asText()).isEqualTo("CONFLICT");
        assertThat(results.getLast().path("done").asBoolean()).isTrue();
        assertThat(database.list(
                        "select version || ' ' || country || ' ' || hidden from entity where id = ?",
                        UUID.fromString(id)))
                .containsExactly("3 MA true");
        assertThat(database.list(
                        "select version || ' ' || kind from entity_revision where entity_id = ? order by id",
                        UUID.fromString(id)))
                .containsExactly("1 CREATED", "2 REVISED", "2 HIDDEN", "3 REVISED");
    }

    @Test
    void anEntityIsMergedAndHiddenByItsLine() {
        String gone = Newsroom.create("نادي الصقور الأول");
        String survivor = Newsroom.create("نادي الصقور الثاني");
        List<JsonNode> results = Exchange.importLines(
                "{\"id\":\"%s\",\"mergedInto\":{\"entity\":\"%s\"}}".formatted(gone, survivor),
                "{\"id\":\"%s\",\"mergedInto\":{\"entity\":\"%s\"}}".formatted(gone, survivor),
                "{\"id\":\"%s\",\"country\":\"MA\"}".formatted(gone),
                "{\"id\":\"%s\",\"hidden\":true}".formatted(survivor));

        assertThat(Exchange.status(results.subList(0, 4).toArray(JsonNode[]::new)))
                .containsExactly("updated", "unchanged", "failed", "updated");
        assertThat(results.get(2).at("/error/message").asText()).contains("was merged into " + survivor);
        assertThat(Graphql.ask("query($id: ID!) { entity(id: $id) { id } }", Map.of("id", gone))
                        .getString("data.entity"))
                .isNull();
        assertThat(database.list(
                        "select kind from entity_revision where entity_id = ? order by id", UUID.fromString(survivor)))
                .containsExactly("CREATED", "TOOK_IN", "HIDDEN");
    }

    @Test
    void articlesAreLinkedAgain() {
        UUID article = UUID.randomUUID();
        Feed.awaitHandled(
                Feed.appendEvent(Newsroom.published(article, 1, "افتتحت دار الزعفران للنشر وبيت الريحان للثقافة")));
        String house = "{\"type\":\"ORGANIZATION\",\"names\":[{\"language\":\"ar\",\"text\":\"%s\"}]}";

        Exchange.importLines(house.formatted("دار الزعفران للنشر"));
        await().untilAsserted(() -> assertThat(surfaces(article)).containsExactly("دار الزعفران للنشر"));

        // More names than are looked for one by one.
        Exchange.importLines(IntStream.range(0, 5)
                .mapToObj(i -> house.formatted(i == 2 ? "بيت الريحان للثقافة" : "دار بلا مقال " + i))
                .toArray(String[]::new));
        await().untilAsserted(() ->
                assertThat(surfaces(article)).containsExactly("دار الزعفران للنشر", "بيت الريحان للثقافة"));
        database.execute("delete from article where id = '%s'".formatted(article));
    }

    private static List<String> surfaces(UUID article) {
        return Newsroom.mentions(article).stream()
                .map(mention -> mention.split(" ", 2)[1])
                .toList();
    }

    /** The second line is sent when the result of the first has come. */
    @Test
    void aResultComesWhileTheBodyIsStillSent() throws IOException {
        String line = "{\"type\":\"PLACE\",\"names\":[{\"language\":\"ar\",\"text\":\"واحة التدفق %d\"}]}\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out.write(
                    "POST /imports/entities HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .formatted(Exchange.admin())
                            .getBytes(StandardCharsets.US_ASCII));
            sendChunk(out, line.formatted(1));
            assertThat(awaitLine(in, "\"line\":1")).contains("\"created\"");
            sendChunk(out, line.formatted(2));
            assertThat(awaitLine(in, "\"line\":2")).contains("\"created\"");
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            assertThat(awaitLine(in, "\"done\"")).contains("\"created\":2");
        }
    }

    private static void sendChunk(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(bytes);
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String awaitLine(BufferedReader in, String part) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.contains(part)) {
                return line;
            }
        }
        throw new IOException("The answer ended.");
    }
}
