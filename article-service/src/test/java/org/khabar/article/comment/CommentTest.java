package org.khabar.article.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.khabar.article.comment.Discussion.AMINA;
import static org.khabar.article.comment.Discussion.MODERATOR;
import static org.khabar.article.comment.Discussion.YOUSSEF;
import static org.khabar.article.comment.Discussion.idOf;
import static org.khabar.article.comment.Discussion.idsOf;
import static org.khabar.article.comment.Discussion.moderate;
import static org.khabar.article.comment.Discussion.refused;
import static org.khabar.article.comment.Discussion.withdraw;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

    private final Database database;
    private final Archive archive;
    private final SessionFactory sessions;
    private Discussion discussion = new Discussion("");

    CommentTest(Database database, Archive archive, SessionFactory sessions) {
        this.database = database;
        this.archive = archive;
        this.sessions = sessions;
    }

    @BeforeEach
    void oneArticle() {
        database.reset();
        discussion = new Discussion(archive.store(Copies.read("same-ar-dams").getFirst(), Archive.NOON));
    }

    @Test
    void pendingCommentIsSeenByItsAuthorAloneUntilItIsApproved() {
        JsonNode added =
                discussion.add(AMINA, null, "  <b>تعليق</b> أول\nفي سطرين  ").at("/data/addComment");
        assertThat(added.get("status").asText()).isEqualTo("PENDING");
        assertThat(added.get("text").asText()).isEqualTo("<b>تعليق</b> أول\nفي سطرين");
        assertThat(discussion.texts(AMINA)).hasSize(1);
        assertThat(discussion.texts(YOUSSEF)).isEmpty();
        assertThat(discussion.texts(MODERATOR)).isEmpty();
        assertThat(discussion.count()).isZero();

        discussion.approve(added.get("id").asText());

        assertThat(discussion.texts(YOUSSEF)).containsExactly("<b>تعليق</b> أول\nفي سطرين");
        assertThat(discussion.count()).isEqualTo(1);
    }

    @Test
    void authorIsANameAndNeverAnAddressNorASubject() {
        JsonNode added = discussion.add(YOUSSEF, null, "رأي");

        assertThat(added.at("/data/addComment/author").asText()).isEqualTo("youssef");
        assertThat(added.toString()).doesNotContain("example.com", "id-of");
    }

    @Test
    void repliesStandUnderTheirCommentAndHaveNone() {
        String first = discussion.approved(AMINA, null, "الأول");
        String reply = discussion.approved(YOUSSEF, first, "رد");
        String pending = idOf(discussion.add(AMINA, first, "رد ينتظر"));

        assertThat(discussion.texts(YOUSSEF)).containsExactly("الأول");
        assertThat(discussion.replies(YOUSSEF, first)).containsExactly("رد");
        assertThat(discussion.replies(AMINA, first)).containsExactly("رد", "رد ينتظر");
        assertThat(discussion.count()).isEqualTo(2);
        refused(discussion.add(AMINA, reply, "رد على الرد"), "BAD_USER_INPUT", "replies have none");
        refused(discussion.add(YOUSSEF, pending, "رد على ما لا يرى"), "NOT_FOUND", "no such comment");
        refused(discussion.add(YOUSSEF, "garbled", "رد"), "NOT_FOUND", "no such comment");
    }

    @Test
    void replyIsToACommentOfTheSameArticle() {
        String other = archive.store(Copies.read("same-ar-strike").getFirst(), Archive.NOON);
        String first = discussion.approved(AMINA, null, "الأول");

        refused(Discussion.add(AMINA, other, first, "رد"), "NOT_FOUND", "no such comment");
    }

    @Test
    void withdrawnCommentIsErasedAndStaysAway() {
        String id = discussion.approved(AMINA, null, "ندمت عليه");
        discussion.approved(YOUSSEF, id, "رد");
        refused(withdraw(YOUSSEF, id), "FORBIDDEN", "Only its author");
        assertThat(withdraw(AMINA, id).at("/data/withdrawComment/status").asText())
                .isEqualTo("WITHDRAWN");

        assertThat(discussion.texts(AMINA)).isEmpty();
        assertThat(discussion.count()).isZero();
        assertThat(database.list("select text from comment where id = '" + id + "'"))
                .containsExactly("");
        refused(moderate("approveComment", id), "CONFLICT", "withdrawn");
        refused(withdraw(YOUSSEF, idOf(discussion.add(AMINA, null, "ينتظر"))), "NOT_FOUND", "no such comment");
    }

    @Test
    void authorsTakeTheirCommentsBackAlsoFromAnArticleThatIsWithdrawn() {
        String id = discussion.approved(AMINA, null, "تعليق أندم عليه");
        database.execute("update article set status = 'WITHDRAWN'");

        assertThat(withdraw(AMINA, id).at("/data/withdrawComment/status").asText())
                .isEqualTo("WITHDRAWN");
        assertThat(database.list("select text from comment")).containsExactly("");
        database.execute("update article set status = 'PUBLISHED'");
        assertThat(discussion.texts(YOUSSEF)).isEmpty();
    }

    @Test
    void aliasesGetTheirOwnPagesAndOneMayFail() {
        List<String> ids = IntStream.range(0, 3)
                .mapToObj(i -> discussion.approved(Tokens.of("user" + i, "reader"), null, "تعليق " + i))
                .toList();
        JsonNode answer = Service.graphql(
                AMINA,
                "{ article(id: \"" + discussion.article()
                        + "\") { one: comments(first: 1) { nodes { id } pageInfo { endCursor } }"
                        + " two: comments(first: 2) { nodes { id } } headline } }");
        assertThat(idsOf(answer.at("/data/article/one/nodes"))).isEqualTo(ids.subList(0, 1));
        assertThat(idsOf(answer.at("/data/article/two/nodes"))).isEqualTo(ids.subList(0, 2));
        String cursor = answer.at("/data/article/one/pageInfo/endCursor").asText();
        JsonNode rest = Service.graphql(
                AMINA,
                "{ article(id: \"" + discussion.article() + "\") { comments(after: \"" + cursor
                        + "\") { nodes { id } } } }");
        assertThat(idsOf(rest.at("/data/article/comments/nodes"))).isEqualTo(ids.subList(1, 3));
        refused(
                Service.graphql(
                        AMINA,
                        "{ article(id: \"" + discussion.article() + "\") { comments(first: 101) { nodes { id } } } }"),
                "LIMIT_EXCEEDED",
                "first is 101");
        refused(
                Service.graphql(
                        AMINA,
                        "{ article(id: \"" + discussion.article()
                                + "\") { comments(after: \"x\") { nodes { id } } } }"),
                "BAD_USER_INPUT",
                "after is not a cursor");
    }

    @Test
    void commentsTakeAsManyStatementsWhateverTheLengthOfTheList() {
        String other = archive.store(Copies.read("same-ar-strike").getFirst(), Archive.NOON);
        for (int i = 0; i < 4; i++) {
            String author = Tokens.of("user" + i, "reader");
            String first = idOf(Discussion.add(author, discussion.article(), null, "تعليق"));
            String second = idOf(Discussion.add(author, other, null, "تعليق"));
            List.of(first, second).forEach(discussion::approve);
            discussion.approve(idOf(Discussion.add(author, discussion.article(), first, "رد")));
            discussion.approve(idOf(Discussion.add(author, other, second, "رد")));
        }
        String query = "{ articles(first: %d) { nodes { commentCount commentsOpen"
                + " comments(first: %d) { nodes { text replies(first: 2) { nodes { text } } } } } } }";

        assertThat(statements(query.formatted(2, 4))).isEqualTo(statements(query.formatted(1, 1)));
    }

    private long statements(String query) {
        Service.graphql(Tokens.reader(), "{ outlets { code } }");
        long before = sessions.getStatistics().getPrepareStatementCount();
        Service.graphql(Tokens.reader(), query);
        return sessions.getStatistics().getPrepareStatementCount() - before;
    }
}
