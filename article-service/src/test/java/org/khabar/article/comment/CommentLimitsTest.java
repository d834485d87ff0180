package org.khabar.article.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khabar.article.comment.Discussion.AMINA;
import static org.khabar.article.comment.Discussion.MODERATOR;
import static org.khabar.article.comment.Discussion.YOUSSEF;
import static org.khabar.article.comment.Discussion.idOf;
import static org.khabar.article.comment.Discussion.refused;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Archive;
import org.khabar.article.testing.Copies;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** How many comments an author may write, how long they may be, and who has none. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class CommentLimitsTest {

    private final Database database;
    private final Archive archive;
    private Discussion discussion = new Discussion("");

    CommentLimitsTest(Database database, Archive archive) {
        this.database = database;
        this.archive = archive;
    }

    @BeforeEach
    void oneArticle() {
        database.reset();
        discussion = new Discussion(archive.store(Copies.read("same-ar-dams").getFirst(), Archive.NOON));
    }

    @Test
    void rateIsPerAuthorAndComesBackWithTime() {
        IntStream.range(0, 5)
                .forEach(i -> assertThat(
                                discussion.add(AMINA, null, "تعليق " + i).has("errors"))
                        .isFalse());
        refused(discussion.add(AMINA, null, "سادس"), "LIMIT_EXCEEDED", "5 comments");
        assertThat(database.count("comment")).isEqualTo(5);
        assertThat(discussion.add(YOUSSEF, null, "آخر").has("errors")).isFalse();

        database.execute("update comment_rate set refilled_at = refilled_at - interval '61 seconds'");
        assertThat(discussion.add(AMINA, null, "بعد دقيقة").has("errors")).isFalse();
        refused(discussion.add(AMINA, null, "وأيضا"), "LIMIT_EXCEEDED", "60 seconds");
    }

    @Test
    void commentThatIsRefusedUsesNoneOfTheRate() {
        IntStream.range(0, 10)
                .forEach(i -> refused(discussion.add(AMINA, null, "a\u0000b"), "BAD_USER_INPUT", "U+0000"));
        assertThat(database.count("comment_rate")).isZero();
        assertThat(discussion.add(AMINA, null, "سليم").has("errors")).isFalse();
    }

    @Test
    void rateHoldsWhenCommentsComeAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> sent = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> discussion.add(AMINA, null, "تعليق " + i)))
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
        discussion.add(AMINA, null, "تعليق");
        database.execute("update comment_rate set refilled_at = now() - interval '1 day'");
        discussion.add(YOUSSEF, null, "تعليق");

        assertThat(database.list("select author from comment_rate")).containsExactly("id-of-youssef@example.com");
    }

    @Test
    void textHasALimit() {
        refused(
                discussion.add(AMINA, null, "ا".repeat(4001)),
                "LIMIT_EXCEEDED",
                "The comment has 4001 characters; the limit is 4000.");
        refused(discussion.add(AMINA, null, " \n "), "BAD_USER_INPUT", "The comment is empty.");
        String id = idOf(discussion.add(AMINA, null, "ا".repeat(4000)));
        JsonNode rejected = Service.graphql(
                MODERATOR,
                "mutation($reason: String!) { rejectComment(id: \"" + id + "\", reason: $reason) { id } }",
                Map.of("reason", "س".repeat(501)));
        refused(rejected, "LIMIT_EXCEEDED", "The reason has 501 characters; the limit is 500.");
        assertThat(database.list("select status from comment")).containsExactly("PENDING");
    }

    @Test
    void accountsOfClientsDoNotComment() {
        refused(
                discussion.add(Tokens.of("service-account-khabar-gateway", "reader"), null, "تعليق"),
                "FORBIDDEN",
                "logged in");
        refused(discussion.add(Tokens.service(), null, "تعليق"), "FORBIDDEN", "roles");
        assertThat(discussion.texts(Tokens.of("service-account-khabar-gateway", "reader")))
                .isEmpty();
    }
}
