package org.khabar.article.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.article.Embargoes;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Editor;
import org.khabar.article.testing.EventSocket;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ArticlePublishedTest {

    private static final String ALL = "subscription { articlePublished { id headline status outlet { code } "
            + "blocks { kind text } revisions(first: 1) { edges { node { version } } } } }";

    private final Database database;
    private final Embargoes embargoes;
    private int page;

    ArticlePublishedTest(Database database, Embargoes embargoes) {
        this.database = database;
        this.embargoes = embargoes;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    /** A subscription that has had an event, so that it surely listens, and has none to come. */
    private EventSocket listening(String token, String query) {
        EventSocket socket = EventSocket.subscribe(token, query);
        JsonNode event = null;
        for (int attempt = 0; attempt < 200 && event == null; attempt++) {
            importOne();
            event = socket.poll(100);
        }
        String last = importOne();
        while (!last.equals(id(Objects.requireNonNull(event)))) {
            event = next(socket);
        }
        return socket;
    }

    /** The id of an article that is published now. */
    private String importOne() {
        return Service.importPage(Pages.numbered(page++)).jsonPath().getString("id");
    }

    private static String id(JsonNode event) {
        return event.at("/data/articlePublished/id").asText();
    }

    /** Events come in their order, so that what does not come before one that is published now never does. */
    private void assertNothingCame(EventSocket socket) {
        String id = importOne();
        assertThat(id(next(socket))).isEqualTo(id);
    }

    private static JsonNode next(EventSocket socket) {
        return Objects.requireNonNull(socket.poll(10_000));
    }

    @Test
    void articlesComeWithAllTheirFieldsAsTheyArePublished() {
        try (EventSocket socket = listening(Tokens.reader(), ALL)) {
            for (int i = 0; i < 3; i++) {
                String id = importOne();
                JsonNode event = next(socket);
                assertThat(event.has("errors")).as(event.toString()).isFalse();
                JsonNode article = event.at("/data/articlePublished");
                assertThat(article.get("id").asText()).isEqualTo(id);
                assertThat(article.get("status").asText()).isEqualTo("PUBLISHED");
                assertThat(article.at("/outlet/code").asText()).isEqualTo("hespress");
                assertThat(article.at("/blocks/0/kind").asText()).isEqualTo("PARAGRAPH");
                assertThat(article.at("/revisions/edges/0/node/version").asInt())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void revisionsAreNoPublications() {
        try (EventSocket socket = listening(Tokens.reader(), ALL)) {
            String text = Pages.numbered(page++);
            Service.importPage(text);
            next(socket);
            Service.importPage(text + "\nفقرة ثانية أضيفت إلى الخبر بعد نشره بساعة.\n");
            assertNothingCame(socket);
        }
    }

    @Test
    void whatAnotherReplicaPublishesComesToo() {
        try (EventSocket socket = listening(Tokens.reader(), ALL)) {
            String id = database.list("select id from article limit 1").getFirst();
            database.execute("""
                    with head as (update feed_head set last_id = last_id + 1 returning last_id)
                    insert into feed_event (id, type, article_id, version, time)
                    select last_id, 'PUBLISHED', cast('%s' as uuid), 1, now() from head
                    """.formatted(id));
            assertThat(next(socket).at("/data/articlePublished/id").asText()).isEqualTo(id);
        }
    }

    @Test
    void whatReadersMayNotSeeDoesNotCome() {
        try (EventSocket socket = listening(Tokens.editor(), ALL)) {
            String id = database.list("select id from article limit 1").getFirst();
            database.execute("update article set status = 'DRAFT' where id = '" + id + "'");
            database.execute("""
                    with head as (update feed_head set last_id = last_id + 1 returning last_id)
                    insert into feed_event (id, type, article_id, version, time)
                    select last_id, 'PUBLISHED', cast('%s' as uuid), 1, now() from head
                    """.formatted(id));
            assertNothingCame(socket);
        }
    }

    @Test
    void anArticleComesWhenItIsPublishedAndNotWhileItIsWrittenOrKeptBack() {
        try (EventSocket socket = listening(Tokens.reader(), ALL)) {
            Editor editor = Editor.named();
            Editor.Made draft = editor.draft("خبر من غرفة التحرير", "نص الخبر.");
            Editor.made(editor.schedule(draft, Instant.now().plusSeconds(3_600)));
            Editor.Made direct = editor.published("خبر آخر من غرفة التحرير", "نص آخر.");

            JsonNode article = next(socket).at("/data/articlePublished");
            assertThat(article.get("id").asText()).isEqualTo(direct.id());
            assertThat(article.at("/revisions/edges/0/node/version").asInt()).isEqualTo(2);
        }
    }

    @Test
    void anArticleComesWhenItsEmbargoEnds() {
        try (EventSocket socket = listening(Tokens.reader(), ALL)) {
            Editor.Made scheduled = Editor.named().scheduled("خبر مؤجل", 3_600);
            database.execute("update article set embargo_until = now() where status = 'SCHEDULED'");
            assertThat(embargoes.lift(UUID.fromString(scheduled.id()))).isTrue();

            JsonNode article = next(socket).at("/data/articlePublished");
            assertThat(article.get("id").asText()).isEqualTo(scheduled.id());
            assertThat(article.get("status").asText()).isEqualTo("PUBLISHED");
            assertNothingCame(socket);
        }
    }

    @Test
    void aFilterLetsOnlyItsOwnThrough() {
        try (EventSocket french = EventSocket.subscribe(
                Tokens.reader(), "subscription { articlePublished(filter: {languages: [\"fr\"]}) { id } }")) {
            Editor editor = Editor.named();
            Set<String> ofItsOwn = new HashSet<>();
            JsonNode event = null;
            for (int number = 0; number < 200 && event == null; number++) {
                importOne();
                Map<String, Object> input = new HashMap<>(Editor.content("Titre " + number, "Texte " + number));
                input.put("language", "fr");
                ofItsOwn.add(Editor.made(editor.publish(Editor.made(editor.create(input))))
                        .id());
                event = french.poll(100);
            }
            JsonNode more = Objects.requireNonNull(event);
            while (more != null) {
                assertThat(ofItsOwn).contains(id(more));
                more = french.poll(100);
            }
        }
    }

    @Test
    void aFilterThatNamesWhatThereIsNotIsAnError() {
        try (EventSocket socket = EventSocket.subscribe(
                Tokens.reader(), "subscription { articlePublished(filter: {outlets: [\"nobody\"]}) { id } }")) {
            assertThat(next(socket).toString())
                    .contains("\"code\":\"BAD_USER_INPUT\"")
                    .doesNotContain("exception");
        }
    }

    @Test
    void whoHasNoRoleGetsNothing() {
        try (EventSocket socket = EventSocket.subscribe(Tokens.of("nobody"), ALL)) {
            assertThat(next(socket).toString()).contains("\"code\":\"FORBIDDEN\"");
        }
    }
}
