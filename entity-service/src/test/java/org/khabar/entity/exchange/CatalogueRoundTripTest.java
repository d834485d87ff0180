package org.khabar.entity.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.ServiceResource;
import org.khabar.entity.testing.Tokens;

/** An export makes the same catalogue, byte for byte, in an empty database, and nothing in its own. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
@TestProfile(Exchange.OwnDatabase.class)
class CatalogueRoundTripTest {

    @Inject
    Database database;

    private String hidden = "";
    private String merged = "";

    /** The catalogue that the service starts with, and what editors and sources can make of one. */
    @BeforeEach
    void fill() {
        List<String> before = database.list("select entity_id from entity_name where text = 'مجلس الواحة السري'");
        if (!before.isEmpty()) {
            hidden = before.getFirst();
            merged = database.list(
                            "select e.id from entity e join entity_name n on n.entity_id = e.merged_into where n.text = 'جمعية حراس الواحة'")
                    .getFirst();
            return;
        }
        merged = Newsroom.create("رابطة حراس الواحة");
        String survivor = Newsroom.create("جمعية حراس الواحة");
        hidden = Newsroom.create("مجلس الواحة السري");
        String egypt = database.entity("cldr:territory/EG");
        Newsroom.revise(
                survivor,
                "{relations: [{kind: LOCATED_IN, entity: \"%s\", from: \"2019-05-01\", until: \"2021-05-01\"}, {kind: PART_OF, entity: \"%s\"}], descriptions: [{language: \"ar\", text: \"جمعية\"}], externalIds: [{scheme: \"viaf\", value: \"123456789012\"}]}"
                        .formatted(egypt, hidden));
        Newsroom.merge(merged, survivor);
        Newsroom.hide(hidden, true);
        random(7, 60);
    }

    /** Entities of every origin, with relations to ones before and after them. */
    private void random(long seed, int count) {
        Random random = new Random(seed);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        String[] origins = {"CATALOGUE", "OPERATOR", "WIKIDATA"};
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String origin = origins[i % 3];
            sql.append("""
                    insert into entity (id, type, country, version, edited) values ('%1$s', '%2$s', %3$s, %4$d, %5$b);
                    insert into entity_key values ('wikidata:Q88%6$d', '%1$s');
                    insert into entity_name (entity_id, language, text, origin) values ('%1$s', 'ar', 'بلدة التجربة %6$d', '%7$s');
                    insert into entity_alias (entity_id, language, type, text, search_key, support, retired, origin) values
                        ('%1$s', 'ar', 'NAME', 'بلدة التجربة %6$d', 'بلده التجربه %6$d', '', false, '%7$s'),
                        ('%1$s', 'fr', 'EPITHET', 'l’oubliée n° %6$d', 'l oubliee n %6$d', '%8$s', %9$b, '%7$s');
                    insert into entity_external_id (entity_id, scheme, value, origin) values ('%1$s', 'wikidata', 'Q88%6$d', '%7$s');
                    insert into entity_date (entity_id, property, value, origin) values ('%1$s', 'FOUNDATION', '%10$s', '%7$s');
                    """.formatted(
                            ids.get(i),
                            i % 2 == 0 ? "PLACE" : "ORGANIZATION",
                            i % 4 == 0 ? "null" : "'MA'",
                            1 + random.nextInt(9),
                            random.nextBoolean(),
                            i,
                            origin,
                            i % 5 == 0 ? "DZ MA" : "",
                            i % 7 == 0,
                            i % 3 == 0 ? "1912" : "1912-03"));
        }
        for (int i = 0; i < count; i++) {
            int place = 2 * random.nextInt(count / 2);
            if (place != i) {
                sql.append("""
                        insert into entity_relation (entity_id, kind, target_id, from_day, until_day, origin)
                        values ('%s', 'LOCATED_IN', '%s', %s, '2020-01-01', '%s') on conflict do nothing;
                        """.formatted(
                                ids.get(i), ids.get(place), i % 2 == 0 ? "null" : "'2001-02-03'", origins[i % 3]));
            }
        }
        database.execute(sql.toString());
    }

    @Test
    void inAnEmptyDatabaseTheExportIsTheSame() {
        String before = Exchange.export();
        List<JsonNode> lines = Exchange.lines(before);
        database.execute("delete from entity_relation; delete from entity");

        List<JsonNode> results = Exchange.importLines(before.getBytes(StandardCharsets.UTF_8));

        JsonNode end = results.getLast();
        assertThat(end.path("done").asBoolean()).isTrue();
        assertThat(results.stream().filter(line -> line.has("error")).limit(5)).isEmpty();
        assertThat(end.path("created").asInt()).isEqualTo(lines.size());
        assertThat(Exchange.export()).isEqualTo(before);
        assertThat(database.list("select distinct author from entity_revision")).containsExactly(Exchange.AUTHOR);
        assertThat(database.list("select count(*) from entity_revision where kind = 'CREATED'"))
                .containsExactly(Long.toString(
                        lines.stream().filter(line -> !line.has("mergedInto")).count()));
        assertThat(database.list("select count(*) from entity_relation_waiting"))
                .containsExactly("0");
        assertThat(Graphql.ask("query($id: ID!) { entity(id: $id) { name { text } } }", Map.of("id", merged))
                        .getString("data.entity.name.text"))
                .isEqualTo("جمعية حراس الواحة");
    }

    @Test
    void whatARelationWaitsForIsWaitedForThere() {
        String person = UUID.randomUUID().toString();
        Exchange.importLines(
                "{\"id\":\"%s\",\"type\":\"PERSON\",\"names\":[{\"language\":\"ar\",\"text\":\"منتظر بن صبر\"}],\"relations\":[{\"kind\":\"MEMBER_OF\",\"key\":\"wikidata:Q7700099\",\"from\":\"2020-02-03\",\"origin\":\"WIKIDATA\"},{\"kind\":\"MEMBER_OF\",\"entity\":\"%s\",\"until\":\"2021-02-03\"}]}"
                        .formatted(person, UUID.randomUUID()));
        List<String> waiting = waiting(person);
        assertThat(waiting).hasSize(2);
        String before = Exchange.export();
        JsonNode same =
                Exchange.importLines(before.getBytes(StandardCharsets.UTF_8)).getLast();
        assertThat(same.path("unchanged").asLong()).isEqualTo(before.lines().count());
        database.execute("delete from entity_relation; delete from entity");

        Exchange.importLines(before.getBytes(StandardCharsets.UTF_8));

        assertThat(waiting(person)).isEqualTo(waiting);
        assertThat(Exchange.export()).isEqualTo(before);
        database.execute("delete from entity where id = '%s'".formatted(person));
    }

    private List<String> waiting(String entity) {
        return database.list(
                "select concat_ws(' ', kind, target, from_day, until_day, origin) from entity_relation_waiting where entity_id = ? order by 1",
                UUID.fromString(entity));
    }

    @Test
    void inWhateverOrderTheLinesCome() {
        String before = Exchange.export();
        List<String> own = new ArrayList<>(
                before.lines().filter(line -> !line.contains("\"mergedInto\"")).toList());
        Collections.shuffle(own, new Random(11));
        before.lines().filter(line -> line.contains("\"mergedInto\"")).forEach(own::add);
        database.execute("delete from entity_relation; delete from entity");

        JsonNode end = Exchange.importLines(own.toArray(String[]::new)).getLast();

        assertThat(end.path("failed").asInt()).isZero();
        assertThat(Exchange.export()).isEqualTo(before);
    }

    @Test
    void inItsOwnDatabaseItChangesNothing() {
        String before = Exchange.export();
        List<String> history = database.list("select count(*) from entity_revision");
        JsonNode end =
                Exchange.importLines(before.getBytes(StandardCharsets.UTF_8)).getLast();

        assertThat(end.path("unchanged").asLong()).isEqualTo(before.lines().count());
        assertThat(database.list("select count(*) from entity_revision")).isEqualTo(history);
        assertThat(Exchange.export()).isEqualTo(before);
    }

    @Test
    void anExportThatBrokeOffGoesOnBehindItsLastLine() {
        List<String> whole = Exchange.export().lines().toList();
        for (int last : new int[] {0, 49, 777, whole.size() - 2, whole.size() - 1}) {
            String cursor = Exchange.json(whole.get(last)).path("cursor").asText();

            assertThat(Exchange.export("?after=" + cursor, Exchange.admin())
                            .lines()
                            .toList())
                    .isEqualTo(whole.subList(last + 1, whole.size()));
        }
        assertThat(Exchange.export("?after=nonsense", Exchange.admin())).contains("BAD_USER_INPUT");
    }

    @Test
    void whatIsHiddenIsForAdminsAlone() {
        String forPartners = Exchange.export("", Tokens.of("afp", "partner"));
        List<String> ids = Exchange.lines(forPartners).stream()
                .map(line -> line.path("id").asText())
                .toList();

        assertThat(forPartners).doesNotContain(hidden);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Exchange.export()).contains(hidden);
        assertThat(database.list("""
                        select id from entity e where not hidden
                            and not exists (select 1 from entity s where s.id = e.merged_into and s.hidden)
                        """)).containsExactlyInAnyOrderElementsOf(ids);
    }
}
