package org.khabar.article.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.testing.Archive;
import org.khabar.article.testing.Copies;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** Comments from the reader who writes one to the reader who sees it. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CommentTest {

    private static final String AMINA = Tokens.of("amina", "reader");
    private static final String YOUSSEF = Tokens.of("youssef@example.com", "reader");
    private static final String MODERATOR = Tokens.of("moderator", "reader", "moderator");

    private static final String ADD = """
            mutation($article: ID!, $parent: ID, $text: String!) {
              addComment(articleId: $article, parentId: $parent, text: $text) { id status author text parentId }
            }
            """;

    private final Database database;
    private final Archive archive;
    private final SessionFactory sessions;
    private String article = "";

    CommentTest(Database database, Archive archive, SessionFactory sessions) {
        this.database = database;
        this.archive = archive;
        this.sessions = sessions;
    }

    @BeforeEach
    void oneArticle() {
        database.reset();
        article = archive.store(Copies.read("same-ar-dams").getFirst(), Archive.NOON);
    }

    @Test
    void pendingCommentIsSeenByItsAuthorAloneUntilItIsApproved() {
        JsonNode added = add(AMINA, null, "  <b>تعليق</b> أول\nفي سطرين  ").at("/data/addComment");
        assertThat(added.get("status").asText()).isEqualTo("PENDING");
        assertThat(added.get("text").asText()).isEqualTo("<b>تعليق</b> أول\nفي سطرين");
        assertThat(texts(AMINA)).hasSize(1);
        assertThat(texts(YOUSSEF)).isEmpty();
        assertThat(texts(MODERATOR)).isEmpty();
        assertThat(count()).isZero();

        approve(added.get("id").asText());

        assertThat(texts(YOUSSEF)).containsExactly("<b>تعليق</b> أول\nفي سطرين");
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void authorIsANameAndNeverAnAddressNorASubject() {
        JsonNode added = add(YOUSSEF, null, "رأي");

        assertThat(added.at("/data/addComment/author").asText()).isEqualTo("youssef");
        assertThat(added.toString()).doesNotContain("example.com", "id-of");
    }

    @Test
    void repliesStandUnderTheirCommentAndHaveNone() {
        String first = approved(AMINA, null, "الأول");
        String reply = approved(YOUSSEF, first, "رد");
        String pending = idOf(add(AMINA, first, "رد ينتظر"));

        assertThat(texts(YOUSSEF)).containsExactly("الأول");
        assertThat(replies(YOUSSEF, first)).containsExactly("رد");
        assertThat(replies(AMINA, first)).containsExactly("رد", "رد ينتظر");
        assertThat(count()).isEqualTo(2);
        refused(add(AMINA, reply, "رد على الرد"), "BAD_USER_INPUT", "replies have none");
        refused(add(YOUSSEF, pending, "رد على ما لا يرى"), "NOT_FOUND", "no such comment");
        refused(add(YOUSSEF, "garbled", "رد"), "NOT_FOUND", "no such comment");
    }

    @Test
    void replyIsToACommentOfTheSameArticle() {
        String other = archive.store(Copies.read("same-ar-strike").getFirst(), Archive.NOON);
        String first = approved(AMINA, null, "الأول");

        refused(add(AMINA, other, first, "رد"), "NOT_FOUND", "no such comment");
    }

    @Test
    void rejectedCommentIsSeenInTheQueueWithItsReason() {
        String id = approved(AMINA, null, "تعليق مسيء");
        JsonNode rejected = Service.graphql(
                MODERATOR, "mutation { rejectComment(id: \"" + id + "\", reason: \"سب\") { status rejectionReason } }");
        assertThat(rejected.at("/data/rejectComment/rejectionReason").asText()).isEqualTo("سب");

        assertThat(texts(AMINA)).isEmpty();
        assertThat(count()).isZero();
        JsonNode queue = Service.graphql(
                MODERATOR, "{ commentQueue(status: REJECTED) { nodes { id rejectionReason article { id } } } }");
        assertThat(queue.at("/data/commentQueue/nodes/0/rejectionReason").asText())
                .isEqualTo("سب");
        assertThat(queue.at("/data/commentQueue/nodes/0/article/id").asText()).isEqualTo(article);
        approve(id);
        assertThat(texts(YOUSSEF)).hasSize(1);
        assertThat(database.list("select rejection_reason from comment").getFirst())
                .isNull();
    }

    @Test
    void queueIsOldestFirstAndPaged() {
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(i -> idOf(add(Tokens.of("user" + i, "reader"), null, "تعليق " + i)))
                .toList();
        List<String> read = new ArrayList<>();
        String after = "null";
        JsonNode page;
        do {
            page = Service.graphql(
                            MODERATOR,
                            "{ commentQueue(first: 2, after: " + after
                                    + ") { nodes { id } pageInfo { hasNextPage endCursor } } }")
                    .at("/data/commentQueue");
            page.get("nodes").forEach(node -> read.add(node.get("id").asText()));
            after = "\"" + page.at("/pageInfo/endCursor").asText() + "\"";
        } while (page.at("/pageInfo/hasNextPage").asBoolean());

        assertThat(read).isEqualTo(ids);
    }

    @Test
    void withdrawnCommentIsErasedAndStaysAway() {
        String id = approved(AMINA, null, "ندمت عليه");
        approved(YOUSSEF, id, "رد");
        refused(withdraw(YOUSSEF, id), "FORBIDDEN", "Only its author");
        assertThat(withdraw(AMINA, id).at("/data/withdrawComment/status").asText())
                .isEqualTo("WITHDRAWN");

        assertThat(texts(AMINA)).isEmpty();
        assertThat(count()).isZero();
        assertThat(database.list("select text from comment where id = '" + id + "'"))
                .containsExactly("");
        refused(moderate("approveComment", id), "CONFLICT", "withdrawn");
        refused(withdraw(YOUSSEF, idOf(add(AMINA, null, "ينتظر"))), "NOT_FOUND", "no such comment");
    }

    @Test
    void closedArticleTakesNoCommentsUntilItIsOpenedAgain() {
        approved(AMINA, null, "قبل الإغلاق");
        String editor = Tokens.editor();
        JsonNode closed = Service.graphql(
                editor, "mutation { closeComments(articleId: \"" + article + "\") { commentsOpen commentCount } }");
        assertThat(closed.at("/data/closeComments/commentsOpen").asBoolean(true))
                .isFalse();
        refused(add(AMINA, null, "بعده"), "CONFLICT", "no comments any more");
        assertThat(texts(YOUSSEF)).containsExactly("قبل الإغلاق");
        assertThat(database.count("comment_closing")).isEqualTo(1);

        Service.graphql(MODERATOR, "mutation { openComments(articleId: \"" + article + "\") { commentsOpen } }");
        assertThat(add(AMINA, null, "بعد الفتح").has("errors")).isFalse();
    }

    @Test
    void commentsOfUnpublishedArticlesDoNotExist() {
        String id = approved(AMINA, null, "تعليق");
        add(AMINA, null, "ينتظر");
        database.execute("update article set status = 'WITHDRAWN'");

        refused(add(AMINA, null, "آخر"), "NOT_FOUND", "no such article");
        refused(moderate("approveComment", id), "NOT_FOUND", "no such comment");
        refused(withdraw(YOUSSEF, id), "NOT_FOUND", "no such comment");
        assertThat(Service.graphql(MODERATOR, "{ commentQueue { nodes { id } } }")
                        .at("/data/commentQueue/nodes"))
                .isEmpty();
        JsonNode forEditor = Service.graphql(
                Tokens.editor(),
                "{ article(id: \"" + article + "\") { commentCount commentsOpen comments { nodes { id } } } }");
        assertThat(forEditor.at("/data/article/comments/nodes")).isEmpty();
        assertThat(forEditor.at("/data/article/commentCount").asInt(-1)).isZero();
        assertThat(forEditor.at("/data/article/commentsOpen").asBoolean(true)).isFalse();
    }

    @Test
    void authorsTakeTheirCommentsBackAlsoFromAnArticleThatIsWithdrawn() {
        String id = approved(AMINA, null, "تعليق أندم عليه");
        database.execute("update article set status = 'WITHDRAWN'");

        assertThat(withdraw(AMINA, id).at("/data/withdrawComment/status").asText())
                .isEqualTo("WITHDRAWN");
        assertThat(database.list("select text from comment")).containsExactly("");
        database.execute("update article set status = 'PUBLISHED'");
        assertThat(texts(YOUSSEF)).isEmpty();
    }

    @Test
    void adminsCloseCommentsAsEditorsDo() {
        String admin = Tokens.of("admin", "admin");
        Service.graphql(admin, "mutation { closeComments(articleId: \"" + article + "\") { commentsOpen } }");
        refused(add(AMINA, null, "متأخر"), "CONFLICT", "no comments any more");
        Service.graphql(admin, "mutation { openComments(articleId: \"" + article + "\") { commentsOpen } }");
        assertThat(add(AMINA, null, "بعد الفتح").has("errors")).isFalse();
        refused(Service.graphql(admin, "{ commentQueue { nodes { id } } }"), "FORBIDDEN", "roles");
    }

    @Test
    void rateIsPerAuthorAndComesBackWithTime() {
        IntStream.range(0, 5)
                .forEach(i ->
                        assertThat(add(AMINA, null, "تعليق " + i).has("errors")).isFalse());
        refused(add(AMINA, null, "سادس"), "LIMIT_EXCEEDED", "5 comments");
        assertThat(database.count("comment")).isEqualTo(5);
        assertThat(add(YOUSSEF, null, "آخر").has("errors")).isFalse();

        database.execute("update comment_rate set refilled_at = refilled_at - interval '61 seconds'");
        assertThat(add(AMINA, null, "بعد دقيقة").has("errors")).isFalse();
        refused(add(AMINA, null, "وأيضا"), "LIMIT_EXCEEDED", "60 seconds");
    }

    @Test
    void commentThatIsRefusedUsesNoneOfTheRate() {
        IntStream.range(0, 10).forEach(i -> refused(add(AMINA, null, "a\u0000b"), "BAD_USER_INPUT", "U+0000"));
        assertThat(database.count("comment_rate")).isZero();
        assertThat(add(AMINA, null, "سليم").has("errors")).isFalse();
    }

    @Test
    void rateHoldsWhenCommentsComeAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> sent = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> add(AMINA, null, "تعليق " + i)))
                    .toList();
            int taken = 0;
            for (Future<JsonNode> one : sent) {
                taken += one.get().has("errors") ? 0 : 1;
            }
            assertThat(taken).isEqualTo(5);
        }
        assertThat(database.count("comment")).isEqualTo(5);
    }

    @Test
    void fullBucketsAreForgotten() {
        add(AMINA, null, "تعليق");
        database.execute("update comment_rate set refilled_at = now() - interval '1 day'");
        add(YOUSSEF, null, "تعليق");

        assertThat(database.list("select author from comment_rate")).containsExactly("id-of-youssef@example.com");
    }

    @Test
    void textHasALimit() {
        refused(
                add(AMINA, null, "ا".repeat(4001)),
                "LIMIT_EXCEEDED",
                "The comment has 4001 characters; the limit is 4000.");
        refused(add(AMINA, null, " \n "), "BAD_USER_INPUT", "The comment is empty.");
        String id = idOf(add(AMINA, null, "ا".repeat(4000)));
        JsonNode rejected = Service.graphql(
                MODERATOR,
                "mutation($reason: String!) { rejectComment(id: \"" + id + "\", reason: $reason) { id } }",
                Map.of("reason", "س".repeat(501)));
        refused(rejected, "LIMIT_EXCEEDED", "The reason has 501 characters; the limit is 500.");
        assertThat(database.list("select status from comment")).containsExactly("PENDING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ commentQueue { nodes { id } } }",
                "mutation { approveComment(id: \"x\") { id } }",
                "mutation { rejectComment(id: \"x\", reason: \"x\") { id } }",
                "mutation { closeComments(articleId: \"x\") { id } }",
                "mutation { openComments(articleId: \"x\") { id } }",
            })
    void readersDoNotModerate(String operation) {
        refused(Service.graphql(AMINA, operation), "FORBIDDEN", "roles");
        refused(Service.graphql(Tokens.service(), operation), "FORBIDDEN", "roles");
    }

    @Test
    void editorsCloseButDoNotModerate() {
        refused(Service.graphql(Tokens.editor(), "{ commentQueue { nodes { id } } }"), "FORBIDDEN", "roles");
    }

    @Test
    void accountsOfClientsDoNotComment() {
        refused(add(Tokens.of("service-account-khabar-gateway", "reader"), null, "تعليق"), "FORBIDDEN", "logged in");
        refused(add(Tokens.service(), null, "تعليق"), "FORBIDDEN", "roles");
        assertThat(texts(Tokens.of("service-account-khabar-gateway", "reader"))).isEmpty();
    }

    @Test
    void aliasesGetTheirOwnPagesAndOneMayFail() {
        List<String> ids = IntStream.range(0, 3)
                .mapToObj(i -> approved(Tokens.of("user" + i, "reader"), null, "تعليق " + i))
                .toList();
        JsonNode answer = Service.graphql(
                AMINA,
                "{ article(id: \"" + article + "\") { one: comments(first: 1) { nodes { id } pageInfo { endCursor } }"
                        + " two: comments(first: 2) { nodes { id } } headline } }");
        assertThat(idsOf(answer.at("/data/article/one/nodes"))).isEqualTo(ids.subList(0, 1));
        assertThat(idsOf(answer.at("/data/article/two/nodes"))).isEqualTo(ids.subList(0, 2));
        String cursor = answer.at("/data/article/one/pageInfo/endCursor").asText();
        JsonNode rest = Service.graphql(
                AMINA, "{ article(id: \"" + article + "\") { comments(after: \"" + cursor + "\") { nodes { id } } } }");
        assertThat(idsOf(rest.at("/data/article/comments/nodes"))).isEqualTo(ids.subList(1, 3));
        refused(
                Service.graphql(
                        AMINA, "{ article(id: \"" + article + "\") { comments(first: 101) { nodes { id } } } }"),
                "LIMIT_EXCEEDED",
                "first is 101");
        refused(
                Service.graphql(
                        AMINA, "{ article(id: \"" + article + "\") { comments(after: \"x\") { nodes { id } } } }"),
                "BAD_USER_INPUT",
                "after is not a cursor");
    }

    @Test
    void commentsTakeAsManyStatementsWhateverTheLengthOfTheList() {
        String other = archive.store(Copies.read("same-ar-strike").getFirst(), Archive.NOON);
        for (int i = 0; i < 4; i++) {
            String author = Tokens.of("user" + i, "reader");
            String first = idOf(add(author, article, null, "تعليق"));
            String second = idOf(add(author, other, null, "تعليق"));
            List.of(first, second).forEach(this::approve);
            approve(idOf(add(author, article, first, "رد")));
            approve(idOf(add(author, other, second, "رد")));
        }
        String query = "{ articles(first: %d) { nodes { commentCount commentsOpen"
                + " comments(first: %d) { nodes { text replies(first: 2) { nodes { text } } } } } } }";

        assertThat(statements(query.formatted(2, 4))).isEqualTo(statements(query.formatted(1, 1)));
    }

    private JsonNode add(String token, @Nullable String parent, String text) {
        return add(token, article, parent, text);
    }

    private static JsonNode add(String token, String article, @Nullable String parent, String text) {
        Map<String, @Nullable String> variables = new HashMap<>();
        variables.put("article", article);
        variables.put("parent", parent);
        variables.put("text", text);
        return Service.graphql(token, ADD, variables);
    }

    private String approved(String token, @Nullable String parent, String text) {
        String id = idOf(add(token, parent, text));
        approve(id);
        return id;
    }

    private void approve(String id) {
        assertThat(moderate("approveComment", id)
                        .at("/data/approveComment/status")
                        .asText())
                .isEqualTo("APPROVED");
    }

    private static JsonNode moderate(String decision, String id) {
        return Service.graphql(MODERATOR, "mutation { " + decision + "(id: \"" + id + "\") { id status } }");
    }

    private static JsonNode withdraw(String token, String id) {
        return Service.graphql(token, "mutation { withdrawComment(id: \"" + id + "\") { status text } }");
    }

    private static String idOf(JsonNode added) {
        assertThat(added.has("errors")).as(added.toString()).isFalse();
        return added.at("/data/addComment/id").asText();
    }

    private List<String> texts(String token) {
        JsonNode answer =
                Service.graphql(token, "{ article(id: \"" + article + "\") { comments { nodes { text } } } }");
        List<String> texts = new ArrayList<>();
        answer.at("/data/article/comments/nodes")
                .forEach(node -> texts.add(node.get("text").asText()));
        return texts;
    }

    private List<String> replies(String token, String comment) {
        JsonNode answer = Service.graphql(
                token,
                "{ article(id: \"" + article
                        + "\") { comments { nodes { id replies { nodes { text parentId } } } } } }");
        List<String> texts = new ArrayList<>();
        answer.at("/data/article/comments/nodes/0/replies/nodes").forEach(node -> {
            assertThat(node.get("parentId").asText()).isEqualTo(comment);
            texts.add(node.get("text").asText());
        });
        return texts;
    }

    private int count() {
        return Service.graphql(YOUSSEF, "{ article(id: \"" + article + "\") { commentCount } }")
                .at("/data/article/commentCount")
                .asInt(-1);
    }

    private static List<String> idsOf(JsonNode nodes) {
        List<String> ids = new ArrayList<>();
        nodes.forEach(node -> ids.add(node.get("id").asText()));
        return ids;
    }

    private static void refused(JsonNode answer, String code, String says) {
        JsonNode error = answer.at("/errors/0");
        assertThat(error.at("/extensions/code").asText()).as(answer.toString()).isEqualTo(code);
        assertThat(error.get("message").asText()).contains(says);
    }

    private long statements(String query) {
        Service.graphql(Tokens.reader(), "{ outlets { code } }");
        long before = sessions.getStatistics().getPrepareStatementCount();
        Service.graphql(Tokens.reader(), query);
        return sessions.getStatistics().getPrepareStatementCount() - before;
    }
}
