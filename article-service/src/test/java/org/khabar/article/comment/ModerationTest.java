package org.khabar.article.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khabar.article.comment.Discussion.AMINA;
import static org.khabar.article.comment.Discussion.MODERATOR;
import static org.khabar.article.comment.Discussion.YOUSSEF;
import static org.khabar.article.comment.Discussion.idOf;
import static org.khabar.article.comment.Discussion.moderate;
import static org.khabar.article.comment.Discussion.refused;
import static org.khabar.article.comment.Discussion.withdraw;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

/** What moderators, editors and admins do with comments, and nobody else. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ModerationTest {

    private final Database database;
    private final Archive archive;
    private Discussion discussion = new Discussion("");

    ModerationTest(Database database, Archive archive) {
        this.database = database;
        this.archive = archive;
    }

    @BeforeEach
    void oneArticle() {
        database.reset();
        discussion = new Discussion(archive.store(Copies.read("same-ar-dams").getFirst(), Archive.NOON));
    }

    @Test
    void rejectedCommentIsSeenInTheQueueWithItsReason() {
        String id = discussion.approved(AMINA, null, "تعليق مسيء");
        JsonNode rejected = Service.graphql(
                MODERATOR, "mutation { rejectComment(id: \"" + id + "\", reason: \"سب\") { status rejectionReason } }");
        assertThat(rejected.at("/data/rejectComment/rejectionReason").asText()).isEqualTo("سب");

        assertThat(discussion.texts(AMINA)).isEmpty();
        assertThat(discussion.count()).isZero();
        JsonNode queue = Service.graphql(
                MODERATOR, "{ commentQueue(status: REJECTED) { nodes { id rejectionReason article { id } } } }");
        assertThat(queue.at("/data/commentQueue/nodes/0/rejectionReason").asText())
                .isEqualTo("سب");
        assertThat(queue.at("/data/commentQueue/nodes/0/article/id").asText()).isEqualTo(discussion.article());
        discussion.approve(id);
        assertThat(discussion.texts(YOUSSEF)).hasSize(1);
        assertThat(database.list("select rejection_reason from comment").getFirst())
                .isNull();
    }

    @Test
    void queueIsOldestFirstAndPaged() {
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(i -> idOf(discussion.add(Tokens.of("user" + i, "reader"), null, "تعليق " + i)))
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
    void closedArticleTakesNoCommentsUntilItIsOpenedAgain() {
        discussion.approved(AMINA, null, "قبل الإغلاق");
        String editor = Tokens.editor();
        JsonNode closed = Service.graphql(
                editor,
                "mutation { closeComments(articleId: \"" + discussion.article()
                        + "\") { commentsOpen commentCount } }");
        assertThat(closed.at("/data/closeComments/commentsOpen").asBoolean(true))
                .isFalse();
        refused(discussion.add(AMINA, null, "بعده"), "CONFLICT", "no comments any more");
        assertThat(discussion.texts(YOUSSEF)).containsExactly("قبل الإغلاق");
        assertThat(database.count("comment_closing")).isEqualTo(1);

        Service.graphql(
                MODERATOR, "mutation { openComments(articleId: \"" + discussion.article() + "\") { commentsOpen } }");
        assertThat(discussion.add(AMINA, null, "بعد الفتح").has("errors")).isFalse();
    }

    @Test
    void adminsCloseCommentsAsEditorsDo() {
        String admin = Tokens.of("admin", "admin");
        Service.graphql(
                admin, "mutation { closeComments(articleId: \"" + discussion.article() + "\") { commentsOpen } }");
        refused(discussion.add(AMINA, null, "متأخر"), "CONFLICT", "no comments any more");
        Service.graphql(
                admin, "mutation { openComments(articleId: \"" + discussion.article() + "\") { commentsOpen } }");
        assertThat(discussion.add(AMINA, null, "بعد الفتح").has("errors")).isFalse();
        refused(Service.graphql(admin, "{ commentQueue { nodes { id } } }"), "FORBIDDEN", "roles");
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
    void commentsOfUnpublishedArticlesDoNotExist() {
        String id = discussion.approved(AMINA, null, "تعليق");
        discussion.add(AMINA, null, "ينتظر");
        database.execute("update article set status = 'WITHDRAWN'");

        refused(discussion.add(AMINA, null, "آخر"), "NOT_FOUND", "no such article");
        refused(moderate("approveComment", id), "NOT_FOUND", "no such comment");
        refused(withdraw(YOUSSEF, id), "NOT_FOUND", "no such comment");
        assertThat(Service.graphql(MODERATOR, "{ commentQueue { nodes { id } } }")
                        .at("/data/commentQueue/nodes"))
                .isEmpty();
        JsonNode forEditor = Service.graphql(
                Tokens.editor(),
                "{ article(id: \"" + discussion.article()
                        + "\") { commentCount commentsOpen comments { nodes { id } } } }");
        assertThat(forEditor.at("/data/article/comments/nodes")).isEmpty();
        assertThat(forEditor.at("/data/article/commentCount").asInt(-1)).isZero();
        assertThat(forEditor.at("/data/article/commentsOpen").asBoolean(true)).isFalse();
    }
}
