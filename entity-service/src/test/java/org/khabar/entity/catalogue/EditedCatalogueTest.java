package org.khabar.entity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.ServiceResource;

/** The curated files, read anew, undo nothing that an editor has done. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class EditedCatalogueTest {

    @Inject
    CatalogueWriter writer;

    @Inject
    Database database;

    private final String key = "test:" + UUID.randomUUID();
    private final String otherKey = "test:" + UUID.randomUUID();

    @BeforeEach
    void load() {
        write();
    }

    @AfterEach
    void clear() {
        Newsroom.awaitRelinked();
        database.execute("delete from entity where id in (select entity_id from entity_key where key in ('%s', '%s'))"
                .formatted(key, otherKey));
    }

    @Test
    void whatWasTakenAwayStaysAway() {
        Newsroom.revise(
                id(key),
                "{names: [{language: \"en\", text: \"Reed House\"}], descriptions: [], aliases: [], externalIds: []}");

        write();

        assertThat(texts("entity_name", key)).containsExactly("Reed House");
        assertThat(texts("entity_alias", key)).containsExactly("Reed House");
        assertThat(texts("entity_description", key)).isEmpty();
        assertThat(database.list("select 1 from entity_external_id where entity_id = ?", UUID.fromString(id(key))))
                .isEmpty();
    }

    @Test
    void whatWasMergedStaysMerged() {
        String gone = id(key);
        String survivor = id(otherKey);
        Newsroom.merge(gone, survivor);

        write();

        assertThat(texts("entity_alias", key)).isEmpty();
        assertThat(texts("entity_alias", otherKey)).contains("Willow House", "Elm House");
        assertThat(database.list("select merged_into from entity where id = ?", UUID.fromString(gone)))
                .containsExactly(survivor);
    }

    @Test
    void whatWasHiddenStaysHidden() {
        Newsroom.hide(id(key), true);

        write();

        assertThat(database.list("select hidden from entity where id = ?", UUID.fromString(id(key))))
                .containsExactly("t");
    }

    private String id(String entityKey) {
        return database.entity(entityKey);
    }

    private List<String> texts(String table, String entityKey) {
        return database.list(
                "select text from %s where entity_id = ?".formatted(table), UUID.fromString(id(entityKey)));
    }

    private void write() {
        QuarkusTransaction.requiringNew().run(() -> {
            writer.lock();
            writer.write(List.of(entry(key, "Willow House"), entry(otherKey, "Elm House")));
        });
    }

    private static CatalogueEntry entry(String key, String name) {
        return new CatalogueEntry(
                List.of(key),
                EntityType.ORGANIZATION,
                Map.of("en", name),
                Map.of("en", "a house"),
                Set.of(new AliasText("en", AliasType.NAME, name)),
                Map.of("geonames", Integer.toString(Math.abs(key.hashCode()) % 1_000_000 + 1)),
                null);
    }
}
