package org.khabar.entity.review;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Archive;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.Reviewer;
import org.khabar.entity.testing.ServiceResource;

/**
 * An editor's hour: queries and mutations in, answers out, in this order. {@code ${mention}}, {@code ${candidate}} and
 * {@code ${confirm}} stand for ids in the answers before. A run with {@code -Dkhabar.write.expectations=true} writes the answers
 * down, to be read before they are committed.
 */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class ReviewGoldenTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]+)}");
    private static final Pattern INSTANT = Pattern.compile("\"\\d{4}-\\d\\d-\\d\\dT[^\"]+Z\"");
    private static final Pattern PROMOTED = Pattern.compile("\"entity\" : \"[0-9a-f-]{36}\"");
    private static final boolean WRITE = Boolean.getBoolean("khabar.write.expectations");
    private static final UUID ARTICLE = UUID.fromString("0195f000-0000-7000-8000-000000000001");
    private static final List<String> STEPS = List.of(
            "queue",
            "confirm",
            "reject-stale",
            "undo",
            "reassign",
            "rulings",
            "dismiss",
            "restore",
            "promote",
            "promote-again",
            "queue-afterwards");

    @Inject
    Database database;

    private final Reviewer salma = Reviewer.named("salma");
    private final Map<String, String> ids = new LinkedHashMap<>();
    private Archive archive;

    @BeforeEach
    void publish() {
        archive = new Archive(database, "golden-review");
        String person = salma.createPerson("نوال البستاني", "البستاني");
        Newsroom.awaitAnnotated("نوال البستاني", List.of(person));
        archive.revise(
                ARTICLE,
                1,
                "قالت نوال البستاني ذلك أمس، ثم حضرت البستاني الحفل",
                "وقال سمير الزيتوني ذلك في كلمة ألقاها");
    }

    @AfterEach
    void clear() {
        archive.clear();
    }

    @Test
    void answers() throws IOException {
        for (String step : STEPS) {
            if (step.equals("queue-afterwards")) {
                Newsroom.awaitRelinked();
            }
            JsonNode answer = JSON.readTree(salma.ask(query(step), Map.of()).prettify());
            remember(step, answer);
            String shown = shown(answer.toPrettyString());
            if (WRITE) {
                Files.writeString(Path.of("src/test/resources/expectations/review", step + ".json"), shown + '\n');
            } else {
                assertThat(shown)
                        .as(step)
                        .isEqualTo(resource("expectations/review/" + step + ".json")
                                .strip());
            }
        }
    }

    private void remember(String step, JsonNode answer) {
        if (step.equals("queue")) {
            answer.findParents("candidate").stream()
                    .map(node -> node.path("candidate").path("id"))
                    .filter(JsonNode::isTextual)
                    .forEach(id -> ids.put("candidate", id.asText()));
            answer.findParents("mention").stream()
                    .map(node -> node.path("mention").path("id"))
                    .filter(JsonNode::isTextual)
                    .forEach(id -> ids.put("mention", id.asText()));
        }
        if (step.equals("confirm")) {
            ids.put(
                    "confirm",
                    answer.path("data").path("confirmMention").path("id").asText());
        }
        if (step.equals("reassign")) {
            ids.put("reassigned mention", answer.findPath("mention").path("id").asText());
        }
    }

    private String query(String step) throws IOException {
        return NAME.matcher(resource("queries/review/" + step + ".graphql"))
                .replaceAll(match -> Matcher.quoteReplacement(id(match.group(1))));
    }

    private String id(String name) {
        return name.contains(":") ? database.entity(name) : Objects.requireNonNull(ids.get(name), name);
    }

    private String shown(String answer) {
        String shown = INSTANT.matcher(answer).replaceAll("\"(an instant)\"");
        for (Map.Entry<String, String> id : ids.entrySet()) {
            shown = shown.replace('"' + id.getValue() + '"', "\"(" + id.getKey() + ")\"");
        }
        return PROMOTED.matcher(shown).replaceAll("\"entity\" : \"(promoted)\"");
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = ReviewGoldenTest.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
