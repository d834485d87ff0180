package org.khabar.entity.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Archive;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.Reviewer;
import org.khabar.entity.testing.Reviewer.Seen;
import org.khabar.entity.testing.ServiceResource;

/** What editors decide about mentions holds, whatever becomes of the article and of the catalogue. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class MentionReviewTest {

    private static final String SOCIETY = "جمعية الزيتونة الخضراء";
    private static final String CLUB = "نادي الصنوبر العالي";
    /** Both have this name; the article names the society otherwise, too, so that it is taken for hers. */
    private static final String SHARED = "دار الريحان";

    private static final String TEXT = "زار وفد %s أمس قرية بعيدة".formatted(SOCIETY);
    private static final String DOUBTFUL = "ثم افتتح الزوار %s في المساء".formatted(SHARED);

    @Inject
    Database database;

    private final Reviewer salma = Reviewer.named("salma");
    private final Reviewer younes = Reviewer.named("younes");
    private Archive archive;
    private String society = "";
    private String club = "";

    @BeforeEach
    void createBoth() {
        archive = new Archive(database, "review-test");
        society = salma.createOrganization(SOCIETY, SHARED);
        club = salma.createOrganization(CLUB, SHARED);
        Newsroom.awaitAnnotated(SOCIETY + " و " + CLUB, List.of(society, club));
        Newsroom.awaitAnnotated(SOCIETY + " ثم " + SHARED, List.of(society, society));
    }

    @AfterEach
    void clear() {
        archive.clear();
    }

    @Test
    void aConfirmedMentionIsSureAndSaysWhy() {
        UUID article = archive.publish(TEXT, DOUBTFUL);
        Seen before = salma.mention(article, SHARED);
        assertThat(before.status()).isEqualTo("AUTO");

        JsonPath answer = salma.confirm(before.id(), 0);

        assertThat(answer.getString("data.ruling.status")).isEqualTo("CONFIRMED");
        assertThat(answer.getString("data.ruling.entity.id")).isEqualTo(society);
        assertThat(answer.getList("data.ruling.decisions.author", String.class)).containsExactly("salma");
        Seen after = salma.mention(article, SHARED);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.status()).isEqualTo("CONFIRMED");
        assertThat(after.confidence()).isEqualTo(1);
        assertThat(after.why()).containsExactly("DECIDED");
        assertThat(after.version()).isEqualTo(1);
    }

    @Test
    void aRejectedMentionGoesToTheNextBestAndThenToNobody() {
        UUID article = archive.publish(TEXT, DOUBTFUL);

        salma.reject(salma.mention(article, SHARED).id(), 0);
        Seen next = salma.mention(article, SHARED);
        assertThat(next.entity()).isEqualTo(club);
        assertThat(next.status()).isEqualTo("AUTO");

        salma.reject(next.id(), 1);
        assertThat(verdicts(article)).containsExactly(SOCIETY + " " + society);
        assertThat(salma.rulings(article).getList("data._entities[0].mentionRulings[0].rejected.id", String.class))
                .containsExactlyInAnyOrder(society, club);

        archive.linkAgainFromNothing(article);
        assertThat(verdicts(article)).containsExactly(SOCIETY + " " + society);
        assertThat(database.list("select mention_count from article_entity where article_id = ?", article))
                .containsExactly("1");
    }

    @Test
    void aReassignedMentionIsOfAnEntityThatHasNoSuchName() {
        String other = Newsroom.create("مؤسسة الخزامى البنفسجية");
        UUID article = archive.publish(TEXT, DOUBTFUL);

        JsonPath answer = salma.reassign(salma.mention(article, SHARED).id(), other, 0);

        assertThat(answer.getString("data.ruling.entity.id")).isEqualTo(other);
        assertThat(answer.getList("data.ruling.rejected.id", String.class)).containsExactly(society);
        archive.linkAgainFromNothing(article);
        assertThat(verdicts(article)).containsExactly(SOCIETY + " " + society, SHARED + " " + other);
    }

    @Test
    void aDecisionThatIsTakenBackLeavesTheOneBefore() {
        UUID article = archive.publish(TEXT, DOUBTFUL);
        String ruling = salma.reject(salma.mention(article, SHARED).id(), 0).getString("data.ruling.id");
        younes.confirm(younes.mention(article, SHARED).id(), 1);

        JsonPath undone = salma.undo(ruling, 2);
        assertThat(undone.getString("data.ruling.status")).isEqualTo("REJECTED");
        assertThat(undone.getList("data.ruling.decisions.kind", String.class))
                .containsExactly("REJECTED", "CONFIRMED", "UNDONE");
        assertThat(undone.getList("data.ruling.decisions.undone", Boolean.class))
                .containsExactly(false, true, false);
        assertThat(salma.mention(article, SHARED).entity()).isEqualTo(club);

        salma.undo(ruling, 3);
        Seen mention = salma.mention(article, SHARED);
        assertThat(mention.entity()).isEqualTo(society);
        assertThat(mention.status()).isEqualTo("AUTO");
        assertThat(mention.version()).isEqualTo(4);

        assertThat(salma.undo(ruling, 4).getInt("data.ruling.version")).isEqualTo(4);
    }

    /** As with mentions from before texts were kept, which a split gave away. */
    @Test
    void aDecisionIsTakenBackInAnArticleWithoutAText() {
        UUID article = archive.publish(TEXT, DOUBTFUL);
        String given =
                salma.reassign(salma.mention(article, SHARED).id(), club, 0).getString("data.ruling.id");
        String confirmed =
                salma.confirm(salma.mention(article, SOCIETY).id(), 0).getString("data.ruling.id");
        database.execute("delete from article_text where article_id = '%s'".formatted(article));

        salma.undo(given, 1);
        salma.undo(confirmed, 1);

        assertThat(salma.mentions(article)).extracting(Seen::status).containsExactly("AUTO", "AUTO");
        assertThat(verdicts(article)).containsExactly(SOCIETY + " " + society, SHARED + " " + society);
        assertThat(database.list("select mention_count from article_entity where article_id = ?", article))
                .containsExactly("2");
    }

    /** Nothing of a decision is in a process or in the mentions: they can all be lost. */
    @Test
    void aDecisionSurvivesLinkingAgainARestartAndAWithdrawal() {
        UUID article = archive.publish(TEXT, DOUBTFUL);
        salma.reassign(salma.mention(article, SHARED).id(), club, 0);

        archive.linkAgainFromNothing(article);
        assertThat(verdicts(article)).containsExactly(SOCIETY + " " + society, SHARED + " " + club);

        archive.withdraw(article);
        archive.revise(article, 2, TEXT, DOUBTFUL);
        assertThat(verdicts(article)).containsExactly(SOCIETY + " " + society, SHARED + " " + club);
        assertThat(salma.mention(article, SHARED).status()).isEqualTo("CONFIRMED");
    }

    @Test
    void aDecisionGoesWithItsSentenceWhenTheArticleIsRevised() {
        UUID article = archive.publish(TEXT, DOUBTFUL);
        salma.reassign(salma.mention(article, SHARED).id(), club, 0);

        archive.revise(article, 2, "وقالت %s إنها سعيدة".formatted(SHARED), TEXT, "للتذكير، " + DOUBTFUL);

        assertThat(verdicts(article))
                .as("the other sentence is not what was decided about; with both named, the linker leaves it open")
                .containsExactly(SOCIETY + " " + society, SHARED + " " + club);
        assertThat(salma.rulings(article).getInt("data._entities[0].mentionRulings[0].block"))
                .isEqualTo(2);
    }

    @Test
    void aDecisionWaitsWhileItsNameIsNotInTheArticle() {
        UUID article = archive.publish(TEXT, DOUBTFUL);
        salma.reassign(salma.mention(article, SHARED).id(), club, 0);

        archive.revise(article, 2, TEXT);
        assertThat(verdicts(article)).containsExactly(SOCIETY + " " + society);
        assertThat(salma.rulings(article).getBoolean("data._entities[0].mentionRulings[0].standing"))
                .isFalse();

        archive.revise(article, 3, TEXT, DOUBTFUL);
        assertThat(verdicts(article)).containsExactly(SOCIETY + " " + society, SHARED + " " + club);
    }

    @Test
    void aLongerNameIsDecidedAboutForItself() {
        UUID article = archive.publish(TEXT, "ثم افتتح الزوار %s القديمة في المساء".formatted(SHARED));
        rejectBoth(article);
        String longer = SHARED + " القديمة";
        String other = Newsroom.create(longer);
        Newsroom.awaitRelinked();
        Seen mention = salma.mention(article, longer);
        assertThat(mention.version()).as("nobody decided about it").isZero();

        salma.confirm(mention.id(), 0);

        assertDecidedBeside(article, longer, other);
    }

    @Test
    void aNameThatEndsWithWhatWasRejectedIsDecidedAboutForItself() {
        String longer = "ملحق " + SHARED;
        UUID article = archive.publish(TEXT, "ثم افتتح الزوار %s في المساء".formatted(longer));
        rejectBoth(article);
        String other = Newsroom.create(longer);
        Newsroom.awaitRelinked();

        salma.confirm(salma.mention(article, longer).id(), 0);

        assertDecidedBeside(article, longer, other);
    }

    private void rejectBoth(UUID article) {
        salma.reject(salma.mention(article, SHARED).id(), 0);
        salma.reject(salma.mention(article, SHARED).id(), 1);
    }

    /** However the article is linked again, and where both rulings stand in it. */
    private void assertDecidedBeside(UUID article, String longer, String entity) {
        archive.linkAgainFromNothing(article);
        archive.revise(article, 2, "مقدمة", TEXT, "ثم افتتح الزوار %s في المساء".formatted(longer), "ثم " + SHARED);

        Seen confirmed = salma.mention(article, longer);
        assertThat(confirmed.entity()).isEqualTo(entity);
        assertThat(confirmed.status()).isEqualTo("CONFIRMED");
        assertThat(confirmed.version()).isEqualTo(1);
        JsonPath rulings = salma.rulings(article);
        String at = "data._entities[0].mentionRulings.";
        assertThat(rulings.getList(at + "standing", Boolean.class)).containsExactly(true, true);
        assertThat(rulings.getList(at + "block", Integer.class)).containsExactly(2, 2);
        assertThat(rulings.getList(at + "surface", String.class)).containsExactlyInAnyOrder(SHARED, longer);
    }

    @Test
    void decisionsFollowTheirEntitiesWhenTheyAreMerged() {
        UUID confirmed = archive.publish(TEXT, DOUBTFUL);
        UUID rejected = archive.publish(TEXT, DOUBTFUL);
        salma.confirm(salma.mention(confirmed, SHARED).id(), 0);
        salma.reject(salma.mention(rejected, SHARED).id(), 0);
        String heir = Newsroom.create("اتحاد البساتين القديمة");

        Newsroom.merge(society, heir);
        Newsroom.awaitRelinked();

        assertThat(verdicts(confirmed)).containsExactly(SOCIETY + " " + heir, SHARED + " " + heir);
        assertThat(salma.mention(confirmed, SHARED).status()).isEqualTo("CONFIRMED");
        assertThat(verdicts(rejected)).containsExactly(SOCIETY + " " + heir, SHARED + " " + club);
        assertThat(salma.rulings(rejected).getList("data._entities[0].mentionRulings[0].rejected.id", String.class))
                .containsExactly(heir);
    }

    @Test
    void theIdOfAMentionHoldsWhenItsEntityIsMerged() {
        UUID article = archive.publish(TEXT, DOUBTFUL);
        String early = salma.mention(article, SHARED).id();
        String heir = Newsroom.create("اتحاد البساتين القديمة");
        Newsroom.merge(society, heir);
        Newsroom.awaitRelinked();

        assertThat(salma.confirm(early, 0).getString("data.ruling.entity.id")).isEqualTo(heir);
    }

    /** Its place stays free for it, and nobody else gets it meanwhile. */
    @Test
    void aDecisionForAHiddenEntityComesBackWithIt() {
        UUID article = archive.publish(TEXT, DOUBTFUL);
        salma.reassign(salma.mention(article, SHARED).id(), club, 0);

        Newsroom.hide(club, true);
        Newsroom.awaitRelinked();
        assertThat(verdicts(article)).containsExactly(SOCIETY + " " + society);

        Newsroom.hide(club, false);
        Newsroom.awaitRelinked();
        assertThat(verdicts(article)).containsExactly(SOCIETY + " " + society, SHARED + " " + club);
    }

    @Test
    void aDecisionTwiceIsOne() {
        UUID article = archive.publish(TEXT, DOUBTFUL);
        String id = salma.mention(article, SHARED).id();

        String ruling = salma.reject(id, 0).getString("data.ruling.id");
        JsonPath again = younes.reject(id, 0);

        assertThat(again.getString("data.ruling.id")).isEqualTo(ruling);
        assertThat(again.getInt("data.ruling.version")).isEqualTo(1);
        assertThat(again.getList("data.ruling.decisions.author", String.class)).containsExactly("salma");
    }

    @Test
    void ofTwoWhoDecideOtherwiseAtOnceOneIsRefused() throws Exception {
        UUID article = archive.publish(TEXT, DOUBTFUL);
        String id = salma.mention(article, SHARED).id();
        try (ExecutorService editors = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<JsonPath> one = editors.submit(() -> salma.confirm(id, 0));
            Future<JsonPath> other = editors.submit(() -> younes.reassign(id, club, 0));

            List<JsonPath> answers = List.of(one.get(), other.get());

            assertThat(answers)
                    .filteredOn(answer -> answer.getList("errors") == null)
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.getList("errors") != null)
                    .extracting(answer -> answer.getString("errors[0].extensions.code"))
                    .containsExactly("CONFLICT");
        }
        assertThat(salma.mention(article, SHARED).version()).isEqualTo(1);
    }

    @Test
    void whoHasReadAnOlderRulingIsToldTheNewerVersion() {
        UUID article = archive.publish(TEXT, DOUBTFUL);
        String id = salma.mention(article, SHARED).id();
        salma.confirm(id, 0);

        JsonPath answer = younes.reject(id, 0);

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("CONFLICT");
        assertThat(answer.getInt("errors[0].extensions.currentVersion")).isEqualTo(1);
        assertThat(salma.mention(article, SHARED).status()).isEqualTo("CONFIRMED");
    }

    @Test
    void whatNoMentionHasAsItsIdIsRefusedByName() {
        UUID article = archive.publish(TEXT, DOUBTFUL);
        String id = salma.mention(article, SHARED).id();
        archive.revise(article, 2, TEXT);

        assertThat(salma.confirm("bm9uc2Vuc2U", 0).getString("errors[0].extensions.code"))
                .isEqualTo("NOT_FOUND");
        assertThat(salma.confirm(id, 0).getString("errors[0].extensions.code")).isEqualTo("CONFLICT");
        assertThat(salma.undo(UUID.randomUUID().toString(), 1).getString("errors[0].extensions.code"))
                .isEqualTo("NOT_FOUND");
        archive.revise(article, 3, TEXT, DOUBTFUL);
        assertThat(salma.reassign(id, UUID.randomUUID().toString(), 0).getString("errors[0].extensions.code"))
                .isEqualTo("NOT_FOUND");
        Newsroom.hide(club, true);
        assertThat(salma.reassign(id, club, 0).getString("errors[0].extensions.code"))
                .isEqualTo("BAD_USER_INPUT");
        JsonPath note = salma.ask(
                "mutation($id: ID!, $note: String) { confirmMention(id: $id, note: $note) { id } }",
                Map.of("id", id, "note", "ن".repeat(2001)));
        assertThat(note.getString("errors[0].extensions.code")).isEqualTo("LIMIT_EXCEEDED");
        assertThat(salma.rulings(article).getList("data._entities[0].mentionRulings"))
                .isEmpty();
    }

    private List<String> verdicts(UUID article) {
        return salma.mentions(article).stream().map(Seen::verdict).toList();
    }
}
