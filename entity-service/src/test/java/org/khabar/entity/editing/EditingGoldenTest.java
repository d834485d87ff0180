package org.khabar.entity.editing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.ServiceResource;

/**
 * An admin's day: mutations in, answers out, in this order. In a query {@code ${create}} stands for the id in the answer to
 * the step of that name, {@code ${cldr:territory/MA}} for the entity with that key; in an answer an id is shown by that name.
 * A run with {@code -Dkhabar.write.expectations=true} writes the answers down, to be read before they are committed.
 */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class EditingGoldenTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]+)}");
    private static final Pattern INSTANT = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\dT[^\"]+Z\"");
    private static final boolean WRITE = Boolean.getBoolean("khabar.write.expectations");
    private static final List<String> STEPS = List.of(
            "create",
            "create-person",
            "revise",
            "revise-stale",
            "relations",
            "split",
            "hide",
            "unhide",
            "merge",
            "merged",
            "merge-again",
            "history",
            "relinking");

    private final Map<String, String> ids = new HashMap<>();

    @Inject
    Database database;

    @AfterEach
    void clear() {
        Newsroom.awaitRelinked();
        database.execute("delete from entity where id in (select entity_id from entity_revision)");
    }

    @Test
    void answers() throws IOException {
        for (String step : STEPS) {
            if (step.equals("relinking")) {
                Newsroom.awaitRelinked();
            }
            JsonNode answer =
                    JSON.readTree(Newsroom.administrate(query(step), Map.of()).prettify());
            answer.path("data").forEach(entity -> {
                if (entity.hasNonNull("id")) {
                    ids.putIfAbsent(step, entity.path("id").asText());
                }
            });
            String shown = shown(answer.toPrettyString());
            if (WRITE) {
                Files.writeString(Path.of("src/test/resources/expectations/editing", step + ".json"), shown + '\n');
            } else {
                assertThat(shown)
                        .as(step)
                        .isEqualTo(resource("expectations/editing/" + step + ".json")
                                .strip());
            }
        }
    }

    private String query(String step) throws IOException {
        return NAME.matcher(resource("queries/editing/" + step + ".graphql")).replaceAll(match -> id(match.group(1)));
    }

    private String id(String name) {
        return name.contains(":") ? ids.computeIfAbsent(name, database::entity) : Objects.requireNonNull(ids.get(name));
    }

    private String shown(String answer) {
        String shown = INSTANT.matcher(answer).replaceAll("\"(an instant)\"");
        List<String> first = ids.keySet().stream()
                .sorted((a, b) -> Integer.compare(STEPS.indexOf(a), STEPS.indexOf(b)))
                .toList();
        for (String name : first) {
            shown = shown.replace(id(name), "(" + name + ")");
        }
        return shown;
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = EditingGoldenTest.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
