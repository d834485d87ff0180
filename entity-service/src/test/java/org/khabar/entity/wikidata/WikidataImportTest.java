package org.khabar.entity.wikidata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.khabar.entity.wikidata.Items.item;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.ServiceResource;
import org.khabar.entity.testing.Tokens;

/** Dumps become entities. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class WikidataImportTest {

    private static final Path SAMPLE = Path.of("../../shared/data/wikidata/sample_items.json.bz2");

    @Inject
    Database database;

    private final String file = UUID.randomUUID() + ".json";

    @AfterEach
    void forget() throws IOException {
        database.execute("update wikidata_import set state = 'CANCELLED' where state in ('WAITING', 'RUNNING')");
        database.execute("""
                delete from entity where id in (select entity_id from entity_key where key like 'wikidata:%')
                    and id not in (select entity_id from entity_key where key not like 'wikidata:%');
                delete from entity where id in (select entity_id from entity_key where key like 'test:%');
                delete from entity_key where key like 'wikidata:%';
                delete from entity_name where origin = 'WIKIDATA';
                delete from entity_description where origin = 'WIKIDATA';
                delete from entity_alias where origin = 'WIKIDATA';
                delete from entity_external_id where origin = 'WIKIDATA';
                delete from entity_date where origin = 'WIKIDATA';
                delete from entity_relation where origin = 'WIKIDATA';
                delete from entity_relation_waiting;
                delete from wikidata_office;
                """);
        Files.deleteIfExists(ServiceResource.dumps().resolve(file));
    }

    @Test
    void anItemBecomesAnEntityThatAReaderFinds() throws IOException {
        write(
                item("Q990010").label("en", "kind of person").is("P279", "Q5"),
                item("Q990011").label("fr", "Pays d’essai").is("P31", "Q6256").statement("P297", "XT", "normal"),
                item("Q990012")
                        .label("ar", "فلانة الفلانية الطنجاوية")
                        .label("en", "Fulana al-Fulaniya")
                        .alias("ar", "الطنجاوية")
                        .is("P31", "Q990010")
                        .is("P27", "Q990011")
                        .date("P569", "+1963-08-00T00:00:00Z", 10, "normal"));
        JsonPath done = importFile("state created updated lines progress skipped { reason count example }");

        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getInt("created")).isEqualTo(2);
        assertThat(done.getInt("lines")).isEqualTo(3);
        assertThat(done.getDouble("progress")).isEqualTo(1);
        assertThat(done.getList("skipped"))
                .containsExactly(Map.of("reason", "NO_TYPE", "count", 1, "example", "Q990010"));
        JsonPath found = Graphql.ask("""
                { entities(search: "فلانة الفلانية") { nodes { __typename name(language: "en") { text }
                  aliases { text type } externalIds { scheme value } ... on Person { birthDate deathDate } } } }
                """);
        assertThat(found.getList("data.entities.nodes")).hasSize(1);
        assertThat(found.getMap("data.entities.nodes[0]"))
                .containsEntry("__typename", "Person")
                .containsEntry("name", Map.of("text", "Fulana al-Fulaniya"))
                .containsEntry("birthDate", "1963-08")
                .containsEntry("deathDate", null)
                .containsEntry("externalIds", List.of(Map.of("scheme", "wikidata", "value", "Q990012")));
        assertThat(database.list("select country from entity where id = ?", entity("Q990012")))
                .containsExactly("XT");
        await().untilAsserted(() -> assertThat(
                        Graphql.ask("{ annotate(text: \"قالت فلانة الفلانية الطنجاوية\") { surface } }")
                                .getList("data.annotate.surface"))
                .containsExactly("فلانة الفلانية الطنجاوية"));
    }

    @Test
    void aNewerDumpChangesAndTakesBackWhatTheOlderSaid() throws IOException {
        write(item("Q990020")
                .label("ar", "اسم قديم")
                .label("fr", "Vieux nom")
                .alias("ar", "لقب قديم")
                .is("P31", "Q515"));
        importFile("state");
        UUID before = entity("Q990020");
        write(item("Q990020").label("ar", "اسم جديد").alias("ar", "لقب جديد").is("P31", "Q43229"));
        JsonPath done = importFile("created updated");

        assertThat(done.getInt("created")).isZero();
        assertThat(done.getInt("updated")).isEqualTo(1);
        assertThat(entity("Q990020")).isEqualTo(before);
        assertThat(names("Q990020")).containsExactly("اسم جديد");
        assertThat(aliases("Q990020")).containsExactlyInAnyOrder("اسم جديد", "لقب جديد");
        assertThat(database.list("select type from entity where id = ?", before))
                .containsExactly("ORGANIZATION");
    }

    /** Batches are of seven items, so those here are apart whatever their order. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void relationsAreThereWhateverComesFirst(boolean backwards) throws IOException {
        List<Items> items = new ArrayList<>(List.of(
                item("Q990100").label("ar", "مملكة التجربة").is("P31", "Q6256").is("P17", "Q990100"),
                item("Q990101").label("ar", "حزب التجربة").is("P31", "Q7278").is("P17", "Q990100"),
                item("Q990102").label("ar", "حكومة التجربة").is("P31", "Q7188"),
                item("Q990103")
                        .label("ar", "رئيس حكومة التجربة")
                        .is("P31", "Q4164871")
                        .is("P2389", "Q990102")));
        for (int i = 0; i < 14; i++) {
            items.add(item("Q99012" + i).label("ar", "بلدة بينهما " + i).is("P31", "Q515"));
        }
        items.add(item("Q990104")
                .label("ar", "فلان التجريبي")
                .is("P31", "Q5")
                .is("P27", "Q990100")
                .is("P102", "Q990101")
                .at("P102", "P580", "+2001-00-00T00:00:00Z", 9)
                .is("P39", "Q990103")
                .at("P39", "P580", "+2016-10-10T00:00:00Z", 11)
                .at("P39", "P582", "+2021-10-07T00:00:00Z", 11)
                .is("P463", "Q990199"));
        write((backwards ? items.reversed() : items).toArray(Items[]::new));
        importFile("state");

        assertThat(relations("Q990104"))
                .containsExactly(
                        "CITIZEN_OF مملكة التجربة ../..",
                        "HOLDS_OFFICE حكومة التجربة رئيس حكومة التجربة 2016-10-10/2021-10-07",
                        "MEMBER_OF حزب التجربة 2001-01-01/..");
        assertThat(relations("Q990101")).containsExactly("LOCATED_IN مملكة التجربة ../..");
        assertThat(relations("Q990100")).isEmpty();
        assertThat(database.list("select target from entity_relation_waiting")).containsExactly("wikidata:Q990199");
    }

    @Test
    void aNewerDumpTakesRelationsBackAndLeavesThoseOfEditors() throws IOException {
        Items country = item("Q990110").label("ar", "بلد التجربة الأول").is("P31", "Q6256");
        Items other = item("Q990111").label("ar", "بلد التجربة الثاني").is("P31", "Q6256");
        Items person =
                item("Q990112").label("ar", "علانة التجريبية").is("P31", "Q5").is("P27", "Q990110");
        Items edited = item("Q990113")
                .label("ar", "فلانة المراجعة")
                .is("P31", "Q5")
                .is("P27", "Q990110")
                .is("P463", "Q990114");
        write(country, other, person, edited);
        importFile("state");
        Newsroom.revise(entity("Q990113").toString(), "{country: \"MA\"}");

        write(
                country,
                other,
                item("Q990112").label("ar", "علانة التجريبية").is("P31", "Q5").is("P27", "Q990111"),
                edited,
                item("Q990114").label("ar", "هيئة جاءت بعد المراجعة").is("P31", "Q43229"));
        importFile("state");

        assertThat(relations("Q990112")).containsExactly("CITIZEN_OF بلد التجربة الثاني ../..");
        assertThat(relations("Q990113"))
                .as("what an editor has revised waits for nothing of Wikidata's")
                .containsExactly("CITIZEN_OF بلد التجربة الأول ../..");
    }

    private List<String> relations(String item) {
        return database.list("""
                select concat_ws(' ', r.kind, n.text, nullif(r.title, ''),
                    coalesce(r.from_day::text, '..') || '/' || coalesce(r.until_day::text, '..'))
                from entity_relation r join entity_name n on n.entity_id = r.target_id and n.language = 'ar'
                where r.entity_id = ? order by 1
                """, entity(item));
    }

    @Test
    void whatOperatorsSetStays() throws IOException {
        write(item("Q990030")
                .label("ar", "اسم من ويكي بيانات")
                .alias("ar", "لقب مرفوض")
                .is("P31", "Q515"));
        importFile("state");
        UUID id = entity("Q990030");
        database.execute(
                "update entity_name set text = 'اسمنا', origin = 'OPERATOR' where entity_id = '%s'".formatted(id));
        database.execute(
                "update entity_alias set retired = true, origin = 'OPERATOR' where entity_id = '%s' and text = 'لقب مرفوض'"
                        .formatted(id));
        importFile("state");

        assertThat(names("Q990030")).containsExactly("اسمنا");
        assertThat(aliases("Q990030")).containsExactly("اسم من ويكي بيانات");
    }

    @Test
    void whatAnEditorHasChangedStaysAsItIs() throws IOException {
        write(item("Q990035").label("ar", "بلدة الزعفران البعيدة").is("P31", "Q515"));
        importFile("state");
        UUID id = entity("Q990035");
        Newsroom.revise(
                id.toString(), "{names: [{language: \"ar\", text: \"قرية الزعفران\"}], aliases: [], externalIds: []}");

        write(item("Q990035")
                .label("ar", "بلدة الزعفران البعيدة")
                .label("fr", "Safran")
                .alias("ar", "الزعفرانية البعيدة")
                .is("P31", "Q515"));
        JsonPath done = importFile("created updated skipped { reason count example }");

        assertThat(done.getInt("created") + done.getInt("updated")).isZero();
        assertThat(done.getList("skipped"))
                .containsExactly(Map.of("reason", "EDITED", "count", 1, "example", "Q990035"));
        assertThat(names("Q990035")).containsExactly("قرية الزعفران");
        assertThat(aliases("Q990035")).containsExactly("قرية الزعفران");
    }

    @Test
    void anItemThatHasTheNamesOfACuratedEntityIsThatEntity() throws IOException {
        UUID curated = UUID.randomUUID();
        database.execute("""
                insert into entity (id, type, country) values ('%1$s', 'PERSON', 'MA');
                insert into entity_key values ('test:allan', '%1$s');
                insert into entity_name (entity_id, language, text) values ('%1$s', 'ar', 'علان العلاني التجريبي'),
                    ('%1$s', 'fr', 'Allan Essai');
                """.formatted(curated));
        write(
                item("Q990040")
                        .label("ar", "علان العلاني التجريبي")
                        .label("fr", "Allan Essai")
                        .is("P31", "Q5"),
                item("Q990041")
                        .label("ar", "علان العلاني التجريبي")
                        .label("fr", "Un autre")
                        .is("P31", "Q5"),
                item("Q990042")
                        .label("ar", "علان العلاني التجريبي")
                        .label("fr", "Allan Essai")
                        .is("P31", "Q515"));
        JsonPath done = importFile("created updated");

        assertThat(done.getInt("updated")).isEqualTo(1);
        assertThat(entity("Q990040")).isEqualTo(curated);
        assertThat(entity("Q990041")).isNotEqualTo(curated);
        assertThat(entity("Q990042")).isNotEqualTo(curated);
    }

    @Test
    void whatIsWrongIsCountedAndTheRestImported() throws IOException {
        Files.writeString(
                ServiceResource.dumps().resolve(file),
                "[\n{\"type\":\"item\",\"id\":\"Q0\"},\nnonsense,\n{\"type\":\"property\",\"id\":\"P1\"},\n"
                        + "{\"type\":\"item\",\"labels\":{\"ar\":7},\"id\":\"Q990050\",\"claims\":[]},\n"
                        + "{\"a\":" + "[".repeat(200) + "]".repeat(200) + "},\n"
                        + item("Q990051")
                                .label("ar", "مدينة الاختبار")
                                .is("P31", "Q515")
                                .json()
                        + "\n]\n");
        JsonPath done = importFile("state created lines skipped { reason count }");

        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getInt("created")).isEqualTo(1);
        assertThat(done.getInt("lines")).isEqualTo(6);
        assertThat(done.getList("skipped"))
                .containsExactlyInAnyOrder(
                        Map.of("reason", "MALFORMED", "count", 3),
                        Map.of("reason", "NOT_AN_ITEM", "count", 1),
                        Map.of("reason", "NO_TYPE", "count", 1));
    }

    /** As a process leaves it that dies between two batches: another goes on where it was, and no earlier. */
    @Test
    void anImportThatItsProcessLeftGoesOnBehindTheLastBatch() throws IOException {
        List<Items> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            items.add(item("Q9900" + (600 + i)).label("ar", "بلدة رقم " + i).is("P31", "Q515"));
        }
        write(items.toArray(Items[]::new));
        long position = "[\n".length();
        for (Items done : items.subList(0, 14)) {
            position += done.json().getBytes(StandardCharsets.UTF_8).length + 2;
        }
        String id = UUID.randomUUID().toString();
        database.execute("""
                insert into wikidata_import (id, file, fingerprint, file_size, types, languages, least_sitelinks,
                    requested_by, state, stage, position, line_count, created_count, worker, lease_until)
                values ('%1$s', '%2$s', '%3$s', %4$d, '{PLACE}', '{ar}', 0, 'test', 'RUNNING', 'ITEMS', %5$d, 14, 14,
                    '%1$s', now() - interval '1 second');
                insert into wikidata_import_class values ('%1$s', 515, 'PLACE');
                """.formatted(
                        id,
                        file,
                        DumpFiles.fingerprint(ServiceResource.dumps().resolve(file)),
                        Files.size(ServiceResource.dumps().resolve(file)),
                        position));
        JsonPath done = awaitEnd(id, "state created lines");

        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getInt("created")).isEqualTo(30);
        assertThat(done.getInt("lines")).isEqualTo(30);
        assertThat(database.list("select key from entity_key where key like 'wikidata:Q99006%'"))
                .hasSize(16);
    }

    @Test
    void aFileThatWasExchangedIsNotReadOn() throws IOException {
        write(item("Q990070").label("ar", "مدينة").is("P31", "Q515"));
        String id = UUID.randomUUID().toString();
        database.execute("""
                insert into wikidata_import (id, file, fingerprint, file_size, types, languages, least_sitelinks, requested_by)
                values ('%s', '%s', 'another', 10, '{PLACE}', '{ar}', 0, 'test')
                """.formatted(id, file));

        JsonPath ended = awaitEnd(id, "state failure");
        assertThat(ended.getString("state")).isEqualTo("FAILED");
        assertThat(ended.getString("failure")).contains("another one than when the import began");
    }

    @Test
    void oneImportAtATimeAndACancelledOneStops() throws IOException {
        write(item("Q990080").label("ar", "مدينة").is("P31", "Q515"));
        String id = UUID.randomUUID().toString();
        database.execute("""
                insert into wikidata_import (id, file, fingerprint, file_size, types, languages, least_sitelinks,
                    requested_by, state, worker, lease_until)
                values ('%1$s', 'elsewhere.json', 'x', 10, '{PLACE}', '{ar}', 0, 'test', 'RUNNING', '%1$s',
                    now() + interval '1 hour')
                """.formatted(id));

        assertThat(ask("mutation { importWikidata(file: \"%s\") { id } }".formatted(file))
                        .getString("errors[0].extensions.code"))
                .isEqualTo("CONFLICT");
        assertThat(ask("mutation { cancelWikidataImport(id: \"%s\") { state } }".formatted(id))
                        .getString("data.cancelWikidataImport.state"))
                .isEqualTo("CANCELLED");
        assertThat(importFile("state").getString("state")).isEqualTo("DONE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.json", "../wikidata-dumps/x", "/etc/passwd", "", ".", ".."})
    void onlyFilesOfTheDirectoryAreImported(String name) {
        JsonPath answer = ask("mutation { importWikidata(file: \"%s\") { id } }".formatted(name));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("BAD_USER_INPUT");
        assertThat(answer.getString("errors[0].message"))
                .isEqualTo("There is no file \"%s\" in the directory of dumps.".formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "editor", "moderator", "partner", "service"})
    void onlyAdminsImport(String role) {
        for (String operation : List.of(
                "mutation { importWikidata(file: \"x\") { id } }",
                "mutation { cancelWikidataImport(id: \"x\") { id } }",
                "{ wikidataImports { id } }",
                "{ wikidataImport(id: \"x\") { id } }")) {
            assertThat(Graphql.askAs(Tokens.of("someone", role), operation, Map.of())
                            .getString("errors[0].extensions.code"))
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void theSampleOfRealItemsHasAllItsArabicNames() throws IOException {
        assumeTrue(Files.exists(SAMPLE), "the sample of Wikidata is not here: " + SAMPLE.toAbsolutePath());
        Files.copy(SAMPLE, ServiceResource.dumps().resolve(file));
        JsonPath done = importFile("state created updated skipped { reason count example }");

        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getInt("created") + done.getInt("updated"))
                .as("%s", done.getList("skipped"))
                .isEqualTo(100);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new BZip2CompressorInputStream(Files.newInputStream(SAMPLE), true), StandardCharsets.UTF_8));
                Stream<String> items = lines.lines().filter(line -> line.startsWith("{"))) {
            items.map(line -> new JsonObject(line.replaceFirst(",$", ""))).forEach(this::assertArabicNamesAreThere);
        }
        assertThat(database.list("""
                        select concat_ws(' ', r.kind, target.key) from entity_relation r
                        join entity_key source on source.entity_id = r.entity_id
                        join entity_key target on target.entity_id = r.target_id
                        where source.key = 'wikidata:Q2756' and target.key like 'wikidata:%'
                        """)).as("its headquarters are in the sample").contains("LOCATED_IN wikidata:Q2751");
        assertThat(Integer.parseInt(database.list("""
                                select count(*) from entity_relation r join entity_key target on target.entity_id = r.target_id
                                where r.origin = 'WIKIDATA' and target.key = 'wikidata:Q183'
                                """).getFirst()))
                .as("what the sample says to be in Germany")
                .isGreaterThanOrEqualTo(15);
    }

    private void assertArabicNamesAreThere(JsonObject item) {
        TreeSet<String> names = new TreeSet<>();
        JsonObject label = item.getJsonObject("labels").getJsonObject("ar");
        if (label != null) {
            names.add(label.getString("value").strip());
        }
        if (item.getValue("aliases") instanceof JsonObject aliases) {
            aliases.getJsonArray("ar", new JsonArray())
                    .forEach(alias ->
                            names.add(((JsonObject) alias).getString("value").strip()));
        }
        assertThat(database.list(
                        "select text from entity_alias where language = 'ar' and entity_id = ?",
                        entity(item.getString("id"))))
                .as(item.getString("id"))
                .containsAll(names);
    }

    private void write(Items... items) throws IOException {
        String text = Stream.of(items)
                .map(Items::json)
                .reduce((one, other) -> one + ",\n" + other)
                .orElseThrow();
        Files.writeString(ServiceResource.dumps().resolve(file), "[\n" + text + "\n]\n");
    }

    private JsonPath importFile(String fields) {
        JsonPath started = ask("mutation { importWikidata(file: \"%s\") { id requestedBy } }".formatted(file));
        assertThat(started.getString("data.importWikidata.requestedBy")).isEqualTo("operator");
        return awaitEnd(started.getString("data.importWikidata.id"), fields);
    }

    private JsonPath awaitEnd(String id, String fields) {
        String query = "{ wikidataImport(id: \"%s\") { state endedAt %s } }".formatted(id, fields);
        await().untilAsserted(() ->
                assertThat(ask(query).getString("data.wikidataImport.endedAt")).isNotNull());
        JsonPath answer = ask(query);
        answer.setRootPath("data.wikidataImport");
        return answer;
    }

    private static JsonPath ask(String query) {
        return Graphql.askAs(Tokens.of("operator", "admin"), query, Map.of());
    }

    private UUID entity(String item) {
        return UUID.fromString(database.entity("wikidata:" + item));
    }

    private List<String> names(String item) {
        return database.list("select text from entity_name where entity_id = ? order by language", entity(item));
    }

    private List<String> aliases(String item) {
        return database.list("select text from entity_alias where not retired and entity_id = ?", entity(item));
    }
}
