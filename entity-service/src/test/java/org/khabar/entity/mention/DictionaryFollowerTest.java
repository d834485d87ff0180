package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.catalogue.Catalogue;
import org.khabar.entity.catalogue.CatalogueChange;
import org.khabar.entity.catalogue.CatalogueChanges;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.ServiceResource;

/** What an operator changes in the catalogue holds for the next text, without a restart. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class DictionaryFollowerTest {

    private static final String NAME = "متحف الحبارى ";
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Inject
    Database database;

    @Inject
    LiveTagger tagger;

    @Inject
    Catalogue catalogue;

    @Inject
    CatalogueChanges changes;

    @Inject
    DictionaryConfig config;

    @AfterEach
    void takeBack() {
        database.execute(
                "delete from entity where id in (select entity_id from entity_key where key like 'test:museum%')");
        awaitNames();
    }

    @BeforeEach
    void buildAnew() {
        tagger.refresh();
    }

    @Test
    void aNewNameIsFound() {
        createMuseums(1, 1);

        awaitNames(NAME + "1");
    }

    @Test
    void aRetiredNameIsNoLongerFound() {
        createMuseums(1, 1);
        awaitNames(NAME + "1");

        database.execute("update entity_alias set retired = true where text = '" + NAME + "1'");

        awaitNames();
    }

    @Test
    void aNameMovesToAnotherEntity() {
        createMuseums(1, 2);
        awaitNames(NAME + "1", NAME + "2");
        String second = database.entity("test:museum2");

        database.execute("update entity_alias set entity_id = '%s' where text = '%s1'".formatted(second, NAME));

        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(annotated("entity.id")).containsExactly(second, second));
    }

    @Test
    void withTooManyEditsTheDictionaryIsBuiltAnew() {
        int before = tagger.dictionary().size();
        createMuseums(1, 15);
        awaitNames(NAME + "1", NAME + "2");
        assertThat(tagger.dictionary().edits()).isEqualTo(15);
        assertThat(tagger.dictionary().size()).isEqualTo(before);

        createMuseums(16, 25);

        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(tagger.dictionary().size()).isEqualTo(before + 25));
        assertThat(tagger.dictionary().edits()).isZero();
        awaitNames(NAME + "1", NAME + "2");
    }

    /** A source that brings more than can be taken in one by one is waited for; an editor is not. */
    @Test
    void whatEditorsChangeIsFoundWhileASourceBringsMore() {
        LiveTagger waiting = new LiveTagger(catalogue, changes, config);
        waiting.refresh();
        int before = waiting.dictionary().size();
        long position = waiting.position();
        createMuseums(1, 40);
        database.execute("update entity set edited = true where id = '%s'".formatted(database.entity("test:museum7")));

        waiting.follow();
        assertThat(waiting.dictionary().edits()).isEqualTo(1);
        assertThat(waiting.dictionary().size()).isEqualTo(before);
        assertThat(waiting.position()).as("articles wait for the rest").isEqualTo(position);

        await().atMost(LONGEST).untilAsserted(() -> {
            waiting.follow();
            assertThat(waiting.dictionary().size()).isEqualTo(before + 40);
        });
        assertThat(waiting.dictionary().edits()).isZero();
        assertThat(waiting.position()).isGreaterThan(position);
    }

    /** Entities that an import brings belong to editors from then on, and still are not what an editor waits for. */
    @Test
    void whatEditorsChangeIsFoundWhileAnImportBringsMoreThanThereIsRoomFor() {
        LiveTagger waiting = new LiveTagger(catalogue, changes, config);
        waiting.refresh();
        createMuseums(1000, 1000 + 3 * config.maxEdits(), true);
        waiting.follow();
        assertThat(waiting.dictionary().edits()).isZero();

        createMuseums(1, 1, true);
        waiting.follow();

        assertThat(waiting.dictionary().edits()).isEqualTo(1);
    }

    @Test
    void editsThatAreTooManyForOneReadingComeWithTheNext() {
        long position = changes.position();
        for (int number = 1; number <= 5; number++) {
            createMuseums(number, number, true);
        }

        Set<UUID> seen = new HashSet<>();
        CatalogueChange edits = changes.byEditorsSince(position, 2);
        assertThat(edits.more()).isTrue();
        while (edits.more()) {
            assertThat(edits.names()).hasSizeLessThanOrEqualTo(2);
            seen.addAll(edits.names().keySet());
            edits = changes.byEditorsSince(edits.position(), 2);
        }
        seen.addAll(edits.names().keySet());

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        database.list("select entity_id from entity_key where key like 'test:museum%'").stream()
                                .map(UUID::fromString)
                                .toList());
    }

    /** All in one transaction. */
    private void createMuseums(int first, int last, boolean edited) {
        database.execute("""
                with museum as (
                    insert into entity (id, type, edited) select gen_random_uuid(), 'ORGANIZATION', %3$b
                    from generate_series(%1$d, %2$d) returning id),
                numbered as (select id, row_number() over () + %1$d - 1 as number from museum),
                key as (insert into entity_key (key, entity_id) select 'test:museum' || number, id from numbered),
                name as (insert into entity_name (entity_id, language, text) select id, 'ar', '%4$s' || number from numbered)
                insert into entity_alias (entity_id, language, type, text, search_key)
                select id, 'ar', 'NAME', '%4$s' || number, '' from numbered
                """.formatted(first, last, edited, NAME));
    }

    private void createMuseums(int first, int last) {
        for (int number = first; number <= last; number++) {
            database.execute("""
                    with museum as (insert into entity (id, type) values (gen_random_uuid(), 'ORGANIZATION') returning id),
                    key as (insert into entity_key (key, entity_id) select 'test:museum%1$d', id from museum),
                    name as (insert into entity_name (entity_id, language, text) select id, 'ar', '%2$s%1$d' from museum)
                    insert into entity_alias (entity_id, language, type, text, search_key)
                    select id, 'ar', 'NAME', '%2$s%1$d', '' from museum
                    """.formatted(number, NAME));
        }
    }

    private void awaitNames(String... names) {
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(annotated("surface")).containsExactly(names));
    }

    private static List<String> annotated(String path) {
        return Graphql.ask(
                        "query($text: String!) { annotate(text: $text) { surface entity { id } } }",
                        Map.of("text", "من " + NAME + "1 إلى " + NAME + "2"))
                .getList("data.annotate." + path);
    }
}
