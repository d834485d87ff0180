package org.khabar.article.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Editor;
import org.khabar.article.testing.Editor.Made;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** What editors may do to articles, and what they are told when they may not. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class NewsroomTest {

    private static final Editor EDITOR = Editor.named();

    private final Database database;

    NewsroomTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "moderator", "partner", "service"})
    void onlyEditorsAndAdminsWorkOnArticles(String role) {
        Made article = EDITOR.published("مجلس الحكومة يصادق على مشروع قانون", "صادق مجلس الحكومة على المشروع.");
        Editor other = new Editor(Tokens.of(role, role));
        Map<String, Object> input = Editor.content("عنوان", "نص");

        List<JsonNode> answers = List.of(
                other.create(input),
                other.revise(article, Map.of("headline", "عنوان آخر")),
                other.correct(article, Map.of(), "تصحيح"),
                other.schedule(article, Instant.now().plusSeconds(60)),
                other.unschedule(article),
                other.publish(article),
                other.withdraw(article, "سبب"),
                other.restore(article));
        assertThat(answers).extracting(Editor::code).containsOnly("FORBIDDEN");
        assertThat(database.count("revision")).isEqualTo(2);
    }

    @Test
    void anAdminMayDoWhatAnEditorMay() {
        Editor admin = new Editor(Tokens.of("admin", "admin"));
        assertThat(admin.published("خبر من المدير", "نص الخبر.").status()).isEqualTo("PUBLISHED");
    }

    /** One of them wins; the other is told the version that has come, and can do it again on top of it. */
    @Test
    void ofTwoEditorsWhoReviseAtOnceOneIsRefusedAndNothingIsLost() throws Exception {
        for (int round = 0; round < 10; round++) {
            Made draft = EDITOR.draft("مسودة " + round, "الفقرة الأولى.");
            List<JsonNode> answers = atOnce(draft, 4);

            assertThat(answers).filteredOn(answer -> !answer.has("errors")).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.has("errors")).allSatisfy(refused -> {
                assertThat(refused.at("/errors/0/extensions/code").asText()).isEqualTo("CONFLICT");
                assertThat(refused.at("/errors/0/extensions/currentVersion").asInt())
                        .isEqualTo(2);
            });
            assertThat(database.list(
                            "select headline from revision where article_id = '" + draft.id() + "' order by version"))
                    .hasSize(2)
                    .first()
                    .isEqualTo("مسودة " + round);
        }
    }

    private static List<JsonNode> atOnce(Made draft, int editors) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(editors)) {
            List<Future<JsonNode>> waiting = new ArrayList<>();
            for (int i = 0; i < editors; i++) {
                int number = i;
                waiting.add(threads.submit(() -> {
                    start.await();
                    return EDITOR.revise(draft, Map.of("headline", "صياغة المحرر " + number));
                }));
            }
            start.countDown();
            List<JsonNode> answers = new ArrayList<>();
            for (Future<JsonNode> answer : waiting) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @Test
    void whatIsNotGivenStaysAndAnEmptySignatureIsTakenAway() {
        Map<String, Object> input = new HashMap<>(Editor.content("افتتاح معرض الكتاب بالرباط", "افتتح المعرض أمس."));
        input.put("byline", "سعاد المنصوري");
        input.put("credit", "و م ع");
        input.put("url", "https://www.hespress.com/book-fair-1.html");
        Made draft = Editor.made(EDITOR.create(input));
        Made revised =
                Editor.made(EDITOR.revise(draft, Map.of("headline", "افتتاح المعرض الدولي للكتاب", "byline", "")));

        assertThat(database.list("select concat_ws('|', headline, coalesce(byline, '-'), credit, url) from article"))
                .containsExactly("افتتاح المعرض الدولي للكتاب|-|و م ع|https://www.hespress.com/book-fair-1.html");
        assertThat(revised.version()).isEqualTo(2);
    }

    @Test
    void aRevisionThatChangesNothingWritesNothing() {
        Made article = EDITOR.published("خبر لا يتغير", "نص لا يتغير.");
        JsonNode answer = EDITOR.revise(article, Map.of("headline", "خبر لا يتغير"));

        assertThat(Editor.made(answer)).isEqualTo(article);
        assertThat(database.count("revision")).isEqualTo(2);
        assertThat(database.count("feed_event")).isEqualTo(1);
    }

    @Test
    void aUrlBelongsToOneArticle() {
        Map<String, Object> input = new HashMap<>(Editor.content("الأول", "نص الأول."));
        input.put("url", "https://www.hespress.com/one.html");
        Made first = Editor.made(EDITOR.create(input));
        input.put("headline", "الثاني");
        input.put("url", "http://hespress.com/one.html?utm_source=x");

        JsonNode refused = EDITOR.create(input);
        assertThat(Editor.code(refused)).isEqualTo("CONFLICT");
        assertThat(refused.at("/errors/0/extensions/article").asText()).isEqualTo(first.id());
        Made other = EDITOR.draft("الثالث", "نص الثالث.");
        assertThat(Editor.code(EDITOR.revise(other, Map.of("url", "https://hespress.com/one.html"))))
                .isEqualTo("CONFLICT");
        assertThat(Editor.made(EDITOR.revise(first, Map.of("url", "https://hespress.com/one.html/")))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void anArticleThatIsNotThereIsNotFound() {
        for (String id : List.of("01900000-0000-7000-8000-000000000000", "garbled", "x".repeat(5_000))) {
            JsonNode answer = EDITOR.publish(new Made(id, 1, "DRAFT"));
            assertThat(Editor.code(answer)).isEqualTo("NOT_FOUND");
            assertThat(answer.toString().length()).isLessThan(500);
        }
    }

    @Test
    void textsThatCannotBeKeptAreNamed() {
        refused(Map.of("headline", " "), "BAD_USER_INPUT", "headline is empty");
        refused(
                Map.of("headline", "ا".repeat(1_001)),
                "LIMIT_EXCEEDED",
                "headline has 1001 characters; the limit is 1000");
        refused(Map.of("headline", "نص\u0000"), "BAD_USER_INPUT", "headline has the character U+0000 at 2");
        refused(Map.of("byline", "ب".repeat(1_001)), "LIMIT_EXCEEDED", "byline has 1001 characters");
        refused(Map.of("language", "ليست لغة"), "BAD_USER_INPUT", "BCP 47");
        refused(Map.of("outlet", "nowhere"), "BAD_USER_INPUT", "nowhere");
        refused(Map.of("url", "ftp://hespress.com/"), "BAD_USER_INPUT", "url");
        refused(Map.of("publishedAt", "+100000-01-01T00:00:00Z"), "BAD_USER_INPUT", "");
        refused(
                Map.of("blocks", List.of(Map.of("text", "نص"), Map.of("text", " "))),
                "BAD_USER_INPUT",
                "block 1 is empty");
        refused(
                Map.of("blocks", Collections.nCopies(5_001, Map.of("text", "نص"))),
                "LIMIT_EXCEEDED",
                "5001 blocks; the limit is 5000");
        refused(
                Map.of("blocks", List.of(Map.of("text", "ن".repeat(1_000_001)))),
                "LIMIT_EXCEEDED",
                "1000001 characters; the limit is 1000000");
        assertThat(database.count("article")).isZero();
    }

    private static void refused(Map<String, ?> different, String code, String says) {
        Map<String, Object> input = new HashMap<>(Editor.content("عنوان", "نص."));
        input.putAll(different);
        JsonNode answer = EDITOR.create(input);
        assertThat(Editor.code(answer)).as(answer.toString()).isEqualTo(code);
        assertThat(answer.at("/errors/0/message").asText()).contains(says);
    }

    @Test
    void notesAndReasonsAreBounded() {
        Made article = EDITOR.published("خبر للسحب", "نص الخبر.");
        String tooLong = "س".repeat(2_001);

        assertThat(Editor.code(EDITOR.withdraw(article, tooLong))).isEqualTo("LIMIT_EXCEEDED");
        assertThat(Editor.code(EDITOR.withdraw(article, " "))).isEqualTo("BAD_USER_INPUT");
        assertThat(Editor.code(EDITOR.correct(article, Map.of(), tooLong))).isEqualTo("LIMIT_EXCEEDED");
        assertThat(Editor.code(EDITOR.correct(article, Map.of(), ""))).isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void anEmbargoEndsInTheFutureButNotTooFar() {
        Made draft = EDITOR.draft("خبر مؤجل", "نص الخبر.");

        assertThat(Editor.code(EDITOR.schedule(draft, Instant.now().minusSeconds(1))))
                .isEqualTo("BAD_USER_INPUT");
        assertThat(Editor.code(EDITOR.schedule(draft, Instant.now().plusSeconds(731L * 24 * 3600))))
                .isEqualTo("LIMIT_EXCEEDED");
        assertThat(database.list("select status from article")).containsExactly("DRAFT");
    }

    @Test
    void editorsListWhatIsInTheMakingByStatus() {
        Made draft = EDITOR.draft("مسودة", "نص المسودة.");
        Made scheduled = EDITOR.scheduled("مؤجل", 3_600);
        EDITOR.published("منشور", "نص المنشور.");
        String query = "{ articles(filter: {statuses: [DRAFT, SCHEDULED]}) { totalCount nodes { id } } }";

        assertThat(Service.graphql(Tokens.editor(), query).at("/data/articles").toString())
                .contains("\"totalCount\":2", draft.id(), scheduled.id());
        assertThat(Service.graphql(Tokens.reader(), query).at("/data/articles").toString())
                .isEqualTo("{\"totalCount\":0,\"nodes\":[]}");
    }

    @Test
    void aDraftWithoutATimeIsPublishedAtTheTimeThatReadersFirstSeeIt() {
        Made draft = EDITOR.draft("خبر بلا وقت", "نص الخبر.");
        database.execute("update article set published_at = '2020-01-01'");
        Instant before = Instant.now().minusSeconds(60);
        Made published = Editor.made(EDITOR.publish(draft));
        Instant first = publishedAt();
        assertThat(first).isAfter(before);

        Made withdrawn = Editor.made(EDITOR.withdraw(published, "للمراجعة"));
        Editor.made(EDITOR.publish(Editor.made(EDITOR.restore(withdrawn))));
        assertThat(publishedAt()).isEqualTo(first);
    }

    private Instant publishedAt() {
        return Instant.parse(database.list(
                        "select to_char(published_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from article")
                .getFirst());
    }
}
