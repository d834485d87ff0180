package org.khabar.entity.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Archive;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.Reviewer;
import org.khabar.entity.testing.ServiceResource;

/** What becomes of names that the catalogue lacks. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class CandidateReviewTest {

    private static final String OUTLET = "{outlet: \"candidate-test\"}";
    private static final String NAME = "سامر الحلواني";
    private static final String TEXT = "وقال سامر الحلواني ذلك في كلمة ألقاها";

    @Inject
    Database database;

    @Inject
    DataSource dataSource;

    private final Reviewer salma = Reviewer.named("salma");
    private Archive archive;

    @BeforeEach
    void openArchive() {
        archive = new Archive(database, "candidate-test");
    }

    @AfterEach
    void clear() {
        archive.clear();
    }

    @Test
    void aPromotedNameIsAnEntityAndLinksWhereItWasSeen() {
        UUID article = archive.publish(TEXT);
        String candidate = candidate();

        JsonPath answer = promote(candidate, 0);

        String entity = answer.getString("data.promoteCandidate.id");
        assertThat(answer.getString("data.promoteCandidate.name.text")).isEqualTo("Samer El Halwani");
        assertThat(answer.getList("data.promoteCandidate.aliases.text", String.class))
                .contains(NAME);
        assertThat(answer.getString("data.promoteCandidate.history.edges[0].node.note"))
                .isEqualTo("شاعر");
        Newsroom.awaitAnnotated(NAME, List.of(entity));
        Newsroom.awaitRelinked();
        assertThat(Newsroom.mentions(article)).containsExactly(entity + " " + NAME);
        assertThat(salma.queued(OUTLET)).isEmpty();
        assertThat(names()).doesNotContain(NAME);
    }

    @Test
    void aNameIsPromotedOnce() throws Exception {
        archive.publish(TEXT);
        String candidate = candidate();
        try (ExecutorService editors = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<JsonPath> one = editors.submit(() -> promote(candidate, 0));
            Future<JsonPath> other = editors.submit(() -> promote(candidate, 0));

            List<JsonPath> answers = List.of(one.get(), other.get());

            assertThat(answers)
                    .filteredOn(answer -> answer.getList("errors") != null)
                    .extracting(answer -> answer.getString("errors[0].extensions.code"))
                    .containsExactly("CONFLICT");
        }
        assertThat(database.list("select 1 from entity_alias where text = ?", NAME))
                .hasSize(1);
    }

    @Test
    void aDismissedNameDoesNotComeBackWhenItIsSeenAgain() {
        archive.publish(TEXT);
        String candidate = candidate();

        JsonPath answer = dismiss(candidate, 0);
        assertThat(answer.getString("data.dismissCandidate.decision")).isEqualTo("DISMISSED");
        assertThat(answer.getString("data.dismissCandidate.decidedBy")).isEqualTo("salma");
        assertThat(names()).doesNotContain(NAME);

        archive.publish(TEXT, "ثم غادر سامر الحلواني القاعة");
        assertThat(names()).doesNotContain(NAME);
        assertThat(salma.queued(OUTLET)).isEmpty();

        JsonPath again = dismiss(candidate, 0);
        assertThat(again.getInt("data.dismissCandidate.version"))
                .as("twice is once")
                .isEqualTo(1);
    }

    @Test
    void aDismissedNameStaysSoWhenItSeemsToBeSomethingElse() {
        UUID article = archive.publish(TEXT);
        dismiss(candidate(), 0);

        database.execute("""
                insert into seen_name (article_id, block, start_offset, end_offset, surface, search_key, type, context)
                values ('%s', 0, 30, 33, '%s', '%s', 'ORGANIZATION', '')
                """.formatted(article, NAME, NAME));

        assertThat(names()).doesNotContain(NAME);
    }

    /** Both change the counts of names, and could wait for each other. */
    @Test
    void aWithdrawalWaitsForADecisionThatIsUnderWay() throws Exception {
        UUID article = archive.publish(TEXT);
        try (Connection decision = dataSource.getConnection();
                Statement statement = decision.createStatement();
                ExecutorService feed = Executors.newVirtualThreadPerTaskExecutor()) {
            decision.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('khabar.identities'))");
            Future<?> withdrawal = feed.submit(() -> archive.withdraw(article));
            try {
                await().until(() -> !database.list("select 1 from pg_locks where locktype = 'advisory' and not granted")
                        .isEmpty());
            } finally {
                decision.rollback();
            }
            withdrawal.get();
        }
        assertThat(database.list("select 1 from article where id = ?", article)).isEmpty();
    }

    @Test
    void aDismissalCanBeTakenBack() {
        archive.publish(TEXT);
        String candidate = candidate();
        dismiss(candidate, 0);

        JsonPath answer = salma.ask(
                "mutation($id: ID!) { restoreCandidate(id: $id, version: 1) { decision version articleCount } }",
                Map.of("id", candidate));

        assertThat(answer.getString("data.restoreCandidate.decision")).isEqualTo("OPEN");
        assertThat(names()).contains(NAME);
        assertThat(salma.queued(OUTLET)).containsExactly(NAME);
        assertThat(dismiss(candidate, 1).getString("errors[0].extensions.code")).isEqualTo("CONFLICT");
    }

    @Test
    void aPromotionThatIsRefusedLeavesTheName() {
        archive.publish(TEXT);
        String candidate = candidate();

        JsonPath answer = salma.ask(
                "mutation($id: ID!) { promoteCandidate(id: $id, input: {type: PERSON, names: []}) { id } }",
                Map.of("id", candidate));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("BAD_USER_INPUT");
        assertThat(salma.queued(OUTLET)).containsExactly(NAME);
        assertThat(promote("999999999", 0).getString("errors[0].extensions.code"))
                .isEqualTo("NOT_FOUND");
        assertThat(dismiss("سامر", 0).getString("errors[0].extensions.code")).isEqualTo("NOT_FOUND");
    }

    /** An article that was linked while the dictionary had another test's entity is linked again. */
    private String candidate() {
        await().atMost(Duration.ofSeconds(30)).until(() -> !salma.queued(OUTLET).isEmpty());
        return salma.queue(OUTLET, 1, "").getString("data.reviewQueue.edges[0].node.candidate.id");
    }

    private JsonPath promote(String candidate, int version) {
        return salma.ask("""
                mutation($id: ID!, $version: Int) { promoteCandidate(id: $id, version: $version, note: "شاعر", input: {type: PERSON,
                    names: [{language: "fr", text: "Samer El Halwani"}]}) {
                        id name { text } aliases { text } history { edges { node { note } } } } }
                """, Map.of("id", candidate, "version", version));
    }

    private JsonPath dismiss(String candidate, int version) {
        return salma.ask(
                "mutation($id: ID!, $version: Int) { dismissCandidate(id: $id, version: $version) { decision version decidedBy } }",
                Map.of("id", candidate, "version", version));
    }

    private List<String> names() {
        return salma.ask("{ nameCandidates(first: 100) { edges { node { name } } } }", Map.of())
                .getList("data.nameCandidates.edges.node.name", String.class);
    }
}
