package org.khabar.entity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.ServiceResource;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class CatalogueWriterTest {

    @Inject
    CatalogueWriter writer;

    @Inject
    CatalogueLoader loader;

    @Inject
    Database database;

    private final String key = "test:" + UUID.randomUUID();

    @Test
    void writingTheSameAgainChangesNothing() {
        write(entry("Name", "alias"));
        String id = database.entity(key);
        write(entry("Name", "alias"));

        assertThat(database.entity(key)).isEqualTo(id);
        assertThat(aliases()).containsExactlyInAnyOrder("Name", "alias");
    }

    @Test
    void idsAreOfVersion7() {
        write(entry("Name"));

        assertThat(UUID.fromString(database.entity(key)).version()).isEqualTo(7);
    }

    @Test
    void aChangedFileChangesNamesAndTakesBackItsAliases() {
        write(entry("Old name", "old alias"));
        write(entry("New name", "new alias"));

        assertThat(names()).containsExactly("New name");
        assertThat(aliases()).containsExactlyInAnyOrder("New name", "new alias");
    }

    @Test
    void whatAnOperatorHasSetStays() {
        write(entry("Name", "alias", "unwanted"));
        database.execute("update entity_name set text = 'Their name', origin = 'OPERATOR' where entity_id = '%s'"
                .formatted(database.entity(key)));
        database.execute("update entity_alias set origin = 'OPERATOR', retired = true where text = 'unwanted'");
        database.execute("""
                insert into entity_alias (entity_id, language, type, text, search_key, origin)
                values ('%s', 'en', 'NAME', 'their alias', 'their alias', 'OPERATOR')
                """.formatted(database.entity(key)));
        write(entry("Newer name", "alias", "unwanted"));

        assertThat(names()).containsExactly("Their name");
        assertThat(aliases()).containsExactlyInAnyOrder("Newer name", "alias", "their alias");
    }

    @Test
    void anEntityIsKnownByAnyOfItsKeys() {
        write(entry("Name"));
        String id = database.entity(key);
        CatalogueEntry renamed = new CatalogueEntry(
                List.of("cldr:" + key, key),
                EntityType.PLACE,
                Map.of("en", "Name"),
                Map.of(),
                Set.of(),
                Map.of(),
                null);
        write(renamed);

        assertThat(database.entity("cldr:" + key)).isEqualTo(id);
    }

    @Test
    void anEntityThatTheFilesNoLongerHaveStays() {
        write(entry("Name"));
        write(new CatalogueEntry(
                List.of(key + "-other"), EntityType.PLACE, Map.of("en", "Other"), Map.of(), Set.of(), Map.of(), null));

        assertThat(names()).containsExactly("Name");
    }

    @Test
    void replicasThatStartTogetherLoadOnce() {
        database.execute("delete from catalogue_load");
        List<String> before = database.list("select count(*) from entity");
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) {
                replicas.submit(() -> loader.onStart(new StartupEvent()));
            }
        }

        assertThat(database.list("select count(*) from entity")).isEqualTo(before);
        assertThat(database.list("select count(*) from catalogue_load")).containsExactly("1");
    }

    private void write(CatalogueEntry entry) {
        QuarkusTransaction.requiringNew().run(() -> writer.write(List.of(entry)));
    }

    private CatalogueEntry entry(String name, String... aliases) {
        Map<String, String> names = new LinkedHashMap<>(Map.of("en", name));
        Set<AliasText> all = new LinkedHashSet<>(CatalogueEntry.asAliases(names));
        for (String alias : aliases) {
            all.add(new AliasText("en", AliasType.NAME, alias));
        }
        return new CatalogueEntry(List.of(key), EntityType.PLACE, names, Map.of(), all, Map.of(), null);
    }

    private List<String> names() {
        return database.list("select text from entity_name where entity_id = ?", UUID.fromString(database.entity(key)));
    }

    private List<String> aliases() {
        return database.list(
                "select text from entity_alias where not retired and entity_id = ?",
                UUID.fromString(database.entity(key)));
    }
}
