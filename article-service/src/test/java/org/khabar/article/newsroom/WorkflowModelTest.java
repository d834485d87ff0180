package org.khabar.article.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khabar.article.article.Embargoes;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Editor;
import org.khabar.article.testing.Editor.Made;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/**
 * Random moves by random roles, right and wrong, beside a model of a few lines that knows no code of the service. After
 * each move the database, the feed and what a reader gets are what the model says.
 *
 * <p>A walk is told by its seed. {@code -Dworkflow.seeds=N} takes N new ones.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class WorkflowModelTest {

    private static final int MOVES = 40;
    private static final List<String> ROLES = List.of(
            "editor", "editor", "editor", "editor", "admin", "admin", "reader", "moderator", "partner", "service");
    private static final List<String> KINDS = List.of(
            "revise",
            "revise",
            "schedule",
            "schedule",
            "unschedule",
            "publish",
            "publish",
            "correct",
            "correct",
            "withdraw",
            "restore",
            "lift",
            "lift");

    private static final String SEEN = """
            query($id: ID!) {
              article(id: $id) { status version headline corrections { note }
                revisions(first: 100) { totalCount nodes { version } } }
              articles { totalCount }
            }
            """;

    private final Database database;
    private final Embargoes embargoes;
    private final NewsroomConfig config;

    WorkflowModelTest(Database database, Embargoes embargoes, NewsroomConfig config) {
        this.database = database;
        this.embargoes = embargoes;
        this.config = config;
    }

    static LongStream seeds() {
        Integer fresh = Integer.getInteger("workflow.seeds");
        return fresh == null ? LongStream.rangeClosed(1, 8) : new Random().longs(fresh);
    }

    /** What should be. */
    private static final class Model {
        String status = "DRAFT";
        String headline;
        int version = 1;
        int events;
        final List<Integer> publicVersions = new ArrayList<>();
        final List<String> corrections = new ArrayList<>();

        Model(String headline) {
            this.headline = headline;
        }

        boolean isPublic() {
            return status.equals("PUBLISHED") || status.equals("CORRECTED");
        }

        /** The status that a move leads to; null where it is refused. */
        @Nullable
        String target(String move) {
            return switch (status + " " + move) {
                case "DRAFT revise", "SCHEDULED unschedule", "WITHDRAWN restore" -> "DRAFT";
                case "SCHEDULED revise", "DRAFT schedule", "SCHEDULED schedule" -> "SCHEDULED";
                case "PUBLISHED revise", "DRAFT publish", "SCHEDULED publish", "SCHEDULED lift" -> "PUBLISHED";
                case "CORRECTED revise", "PUBLISHED correct", "CORRECTED correct" -> "CORRECTED";
                case "PUBLISHED withdraw", "CORRECTED withdraw" -> "WITHDRAWN";
                default -> null;
            };
        }

        void move(String move, String to, String text) {
            boolean before = isPublic();
            status = to;
            version++;
            if (move.equals("revise") || move.equals("correct")) {
                headline = text;
            }
            if (move.equals("correct")) {
                corrections.add(text);
            }
            if (before || isPublic()) {
                events++;
            }
            if (isPublic()) {
                publicVersions.add(0, version);
            }
            if (to.equals("WITHDRAWN")) {
                publicVersions.clear();
                corrections.clear();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsStoredToldAndSeenIsWhatTheModelSays(long seed) {
        database.reset();
        Random random = new Random(seed);
        String id = Editor.named().draft("مسودة", "نص المسودة.").id();
        Model model = new Model("مسودة");
        List<String> walk = new ArrayList<>();
        for (int step = 0; step < MOVES; step++) {
            String role = ROLES.get(random.nextInt(ROLES.size()));
            String move = KINDS.get(random.nextInt(KINDS.size()));
            int version = random.nextInt(8) == 0 ? model.version - 1 + 2 * random.nextInt(2) : model.version;
            walk.add("%s as %s at %d of %d".formatted(move, role, version, model.version));
            String context = "seed " + seed + ": " + walk;
            make(model, move, role, new Made(id, version, ""), "صيغة " + step, context);
            assertStored(model, id, context);
            assertSeen(model, id, context);
            assertTold(model, id, context);
        }
    }

    private void make(Model model, String move, String role, Made at, String text, String context) {
        String to = model.target(move);
        if (move.equals("lift")) {
            database.execute(
                    "update article set embargo_until = now() - interval '1 second' where status = 'SCHEDULED'");
            new EmbargoLifter(embargoes, config.embargo()).liftDue();
            if (to != null) {
                model.move(move, to, text);
            }
            return;
        }
        JsonNode answer = ask(new Editor(Tokens.of(role, role)), move, at, text);
        if (!role.equals("editor") && !role.equals("admin")) {
            assertThat(Editor.code(answer)).as(context).isEqualTo("FORBIDDEN");
        } else if (at.version() != model.version || to == null) {
            assertThat(Editor.code(answer)).as(context).isEqualTo("CONFLICT");
        } else {
            model.move(move, to, text);
            assertThat(Editor.made(answer)).as(context).isEqualTo(new Made(at.id(), model.version, model.status));
        }
    }

    private static JsonNode ask(Editor editor, String move, Made at, String text) {
        return switch (move) {
            case "revise" -> editor.revise(at, Map.of("headline", text));
            case "schedule" -> editor.schedule(at, Instant.now().plusSeconds(3_600));
            case "unschedule" -> editor.unschedule(at);
            case "publish" -> editor.publish(at);
            case "correct" -> editor.correct(at, Map.of("headline", text), text);
            case "withdraw" -> editor.withdraw(at, text);
            case "restore" -> editor.restore(at);
            default -> throw new IllegalArgumentException(move);
        };
    }

    private void assertStored(Model model, String id, String context) {
        assertThat(database.list(
                        "select concat_ws('|', status, version, headline) from article where id = '" + id + "'"))
                .as(context)
                .containsExactly("%s|%d|%s".formatted(model.status, model.version, model.headline));
        assertThat(database.list("select version from revision order by version"))
                .as(context)
                .isEqualTo(LongStream.rangeClosed(1, model.version)
                        .mapToObj(Long::toString)
                        .toList());
    }

    private static void assertSeen(Model model, String id, String context) {
        JsonNode data = Service.graphql(Tokens.reader(), SEEN, Map.of("id", id)).get("data");
        assertThat(data.at("/articles/totalCount").asInt()).as(context).isEqualTo(model.isPublic() ? 1 : 0);
        JsonNode article = data.get("article");
        assertThat(article.isNull()).as(context).isEqualTo(!model.isPublic());
        if (model.isPublic()) {
            assertThat(article.get("status").asText()).as(context).isEqualTo(model.status);
            assertThat(article.get("headline").asText()).as(context).isEqualTo(model.headline);
            assertThat(article.get("corrections").findValuesAsText("note"))
                    .as(context)
                    .isEqualTo(model.corrections);
            assertThat(article.at("/revisions/nodes").findValuesAsText("version"))
                    .as(context)
                    .isEqualTo(
                            model.publicVersions.stream().map(String::valueOf).toList());
            assertThat(article.at("/revisions/totalCount").asInt()).as(context).isEqualTo(model.publicVersions.size());
        }
    }

    private static void assertTold(Model model, String id, String context) {
        JsonNode events = Service.feed("0", 0);
        assertThat(events).as(context).hasSize(model.events);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).get("id").asInt()).as(context).isEqualTo(i + 1);
            assertThat(events.get(i).get("subject").asText()).as(context).isEqualTo(id);
        }
        if (model.events > 0) {
            JsonNode last = events.get(model.events - 1);
            assertThat(last.has("data")).as(context).isEqualTo(model.isPublic());
            assertThat(!model.isPublic() || last.at("/data/headline").asText().equals(model.headline))
                    .as(context)
                    .isTrue();
        }
    }
}
