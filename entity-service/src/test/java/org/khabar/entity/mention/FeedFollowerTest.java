package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Feed;
import org.khabar.entity.testing.Reviewer;
import org.khabar.entity.testing.ServiceResource;

@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class FeedFollowerTest {

    private static final String OTHER = "0195a000-0000-7000-8000-0000000000ff";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    ArticleMentions mentions;

    @Inject
    FeedCursor cursor;

    @Inject
    DeadLetters letters;

    @Inject
    Database database;

    private final UUID article = UUID.randomUUID();

    @AfterEach
    void mendFeed() {
        Feed.become("ok");
    }

    @Test
    void storesTheMentionsOfAnArticle() {
        Feed.awaitHandled(Feed.appendEvent(published(1, "قالت وحماس إن مصر")));

        assertThat(surfaces()).containsExactly("حماس", "مصر");
    }

    @Test
    void aRevisionTakesThePlaceOfWhatWasBefore() {
        Feed.appendEvent(published(1, "قالت حماس إن مصر"));
        Feed.awaitHandled(Feed.appendEvent(published(2, "زار قطر")));

        assertThat(surfaces()).containsExactly("قطر");
        assertThat(entityCounts()).containsExactly("1");
    }

    @Test
    void ofVeryManyMentionsTheFirstAreStored() {
        Feed.awaitHandled(Feed.appendEvent(published(1, "مصر " + "حماس ".repeat(210))));

        assertThat(surfaces()).hasSize(200).startsWith("مصر", "حماس");
    }

    @Test
    void anOlderVersionDoesNotOverwriteANewerOne() {
        Feed.appendEvent(published(3, "زار قطر"));
        Feed.awaitHandled(Feed.appendEvent(published(2, "قالت حماس")));

        assertThat(surfaces()).containsExactly("قطر");
    }

    @Test
    void aWithdrawalRemovesTheArticleWithItsMentions() {
        Feed.appendEvent(published(1, "قالت حماس"));
        Feed.awaitHandled(Feed.appendEvent(withdrawn()));

        assertThat(surfaces()).isEmpty();
        assertThat(entityCounts()).isEmpty();
    }

    @Test
    void anArticleThatIsPublishedAgainAfterAWithdrawalHasItsMentionsAgain() {
        Feed.appendEvent(published(2, "قالت حماس"));
        Feed.appendEvent(withdrawn());
        Feed.awaitHandled(Feed.appendEvent(published(5, "زار قطر")));

        assertThat(surfaces()).containsExactly("قطر");
        assertThat(entityCounts()).containsExactly("1");
    }

    @Test
    void decisionsOfEditorsSurviveARevision() {
        Feed.awaitHandled(Feed.appendEvent(published(1, "قالت حماس إن مصر")));
        Reviewer salma = Reviewer.named("salma");
        salma.reject(salma.mention(article, "مصر").id(), 0);
        salma.confirm(salma.mention(article, "حماس").id(), 0);
        Feed.awaitHandled(Feed.appendEvent(published(2, "ثم قالت حماس إن مصر")));

        assertThat(database.list(
                        "select surface || ' ' || start_offset || ' ' || status from mention where article_id = ? order by block, start_offset",
                        article))
                .containsExactly("حماس 8 CONFIRMED");
        assertThat(database.list(
                        "select surface || ' ' || start_offset from mention_ruling where article_id = ? and meant is null",
                        article))
                .containsExactly("مصر 16");
        assertThat(entityCounts()).containsExactly("1");
        database.execute("delete from mention_ruling where article_id = '" + article + "'");
    }

    @Test
    void nothingIsStoredWhenTheTransactionFailsAndAllOfItOnceWhenItDoesNot() {
        refuseToAdvance();
        long position = cursor.position();
        try {
            Feed.appendEvent(published(1, "قالت حماس"));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> !database.list("select 1 from feed_failure where event_id > ?", position)
                            .isEmpty());

            assertThat(surfaces()).isEmpty();
            assertThat(cursor.position()).isEqualTo(position);
        } finally {
            database.execute("drop trigger refuse on feed_cursor");
        }
        Feed.awaitHandled(position + 1);
        Awaitility.await().atMost(PATIENCE).until(() -> !surfaces().isEmpty());
        assertThat(surfaces()).containsExactly("حماس");
    }

    @Test
    void anEventHandledAgainDoesNothing() {
        long event = Feed.appendEvent(published(1, "قالت حماس"));
        Feed.awaitHandled(event);
        mentions.handle(event(event, "زار قطر"));

        assertThat(surfaces()).containsExactly("حماس");
    }

    @Test
    void replicasThatGetTheSameEventStoreItOnce() {
        Feed.become("error");
        long next = cursor.position() + 1;
        try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                replicas.submit(() -> mentions.handle(event(next, "قالت حماس")));
            }
        }
        Feed.appendEvent(published(1, "قالت حماس"));

        assertThat(surfaces()).containsExactly("حماس");
        assertThat(cursor.position()).isEqualTo(next);
    }

    @Test
    void anEventThatCannotBeHandledIsSkippedAndReported() {
        long skipped = RestAssured.get("/q/health/ready").jsonPath().getLong(Feed.health("skippedEvents"));
        long poison = Feed.appendEvent(
                "{\"type\":\"org.khabar.article.published.v1\",\"subject\":\"poison\",\"data\":{\"id\":\"no\"}}");
        Feed.awaitHandled(Feed.appendEvent(published(1, "قالت حماس")));

        assertThat(surfaces()).containsExactly("حماس");
        assertThat(database.list(
                        "select subject || ' ' || attempts || ' ' || skipped from feed_failure where event_id = ?",
                        poison))
                .containsExactly("poison 3 true");
        assertThat(RestAssured.get("/q/health/ready").jsonPath().getLong(Feed.health("skippedEvents")))
                .isEqualTo(skipped + 1);
    }

    @Test
    void anEventThatFailsAmongOthersTakesNoneOfThemAlong() {
        Feed.become("error");
        String third = "0195a000-0000-7000-8000-0000000000fe";
        refuseMentions("22000", "new.article_id = '%s'".formatted(OTHER));
        try {
            Feed.appendEvent(published(1, "قالت حماس"));
            long faulty = Feed.appendEvent(published(1, "زار قطر").replace(article.toString(), OTHER));
            long last = Feed.appendEvent(published(1, "زار مصر").replace(article.toString(), third));
            Feed.become("ok");
            Feed.awaitHandled(last);

            assertThat(surfaces()).containsExactly("حماس");
            assertThat(database.list("select surface from mention where article_id = ?", UUID.fromString(third)))
                    .containsExactly("مصر");
            assertThat(database.list("select subject || ' ' || skipped from feed_failure where event_id = ?", faulty))
                    .containsExactly(OTHER + " true");
        } finally {
            acceptMentions();
            database.execute("delete from article where id = '%s'".formatted(third));
        }
    }

    @Test
    void anAnswerThatIsTooLargeIsReadInParts() {
        String text = "قالت حماس " + "كلمة ".repeat(900);
        Feed.become("error");
        for (int version = 1; version < 6; version++) {
            Feed.appendEvent(published(version, text));
        }
        Feed.become("ok");
        Feed.awaitHandled(Feed.appendEvent(published(6, "زار قطر")));

        assertThat(surfaces()).containsExactly("قطر");
    }

    @Test
    void anEventThatAloneIsTooLargeIsSetAside() {
        long large = Feed.appendEvent(published(1, "كلمة ".repeat(2000)));
        Feed.awaitHandled(Feed.appendEvent(published(2, "زار قطر").replace(article.toString(), OTHER)));

        assertThat(database.list("select subject || ' ' || skipped from feed_failure where event_id = ?", large))
                .containsExactly(article + " true");
    }

    @Test
    void nothingIsSkippedWhileTheDatabaseCannotStoreIt() {
        refuseMentions("40001");
        long event = Feed.appendEvent(published(1, "قالت حماس"));
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> !database.list(
                                    "select 1 from feed_failure where event_id = ? and interruptions > 4", event)
                            .isEmpty());

            assertThat(cursor.position()).isLessThan(event);
        } finally {
            acceptMentions();
        }
        Feed.awaitHandled(event);
        assertThat(surfaces()).containsExactly("حماس");
        assertThat(database.list("select 1 from feed_failure where event_id = ?", event))
                .isEmpty();
    }

    @Test
    void anEventThatWasSetAsideIsHandledWhenItIsDueAndNoLongerFails() {
        long event = setAside(published(1, "قالت حماس"));
        assertThat(RestAssured.get("/q/health/ready").jsonPath().getString(Feed.health("nextRetryAt")))
                .isNotNull();
        makeDue(event);

        Awaitility.await().atMost(PATIENCE).until(() -> !surfaces().isEmpty());
        assertThat(surfaces()).containsExactly("حماس");
        assertThat(letters.listDue(10)).doesNotContain(event);
    }

    @Test
    void aLaterEventOfTheArticleTakesThePlaceOfOneThatWasSetAside() {
        long event = setAside(published(1, "قالت حماس"));
        Feed.awaitHandled(Feed.appendEvent(published(2, "زار قطر")));
        makeDue(event);

        assertThat(mentions.handleAgain(event(event, "قالت حماس"))).isFalse();
        assertThat(surfaces()).containsExactly("قطر");
    }

    @Test
    void anEventOfAnotherTypeTakesNoPlaceOfOneThatWasSetAside() {
        long event = setAside(published(1, "قالت حماس"));
        Feed.awaitHandled(Feed.appendEvent(
                "{\"type\":\"org.khabar.article.commented.v1\",\"subject\":\"%s\",\"data\":{}}".formatted(article)));
        makeDue(event);

        Awaitility.await().atMost(PATIENCE).until(() -> !surfaces().isEmpty());
        assertThat(surfaces()).containsExactly("حماس");
    }

    @Test
    void anArticleThatWasWithdrawnDoesNotComeBackByAnEventThatWasSetAside() {
        long event = setAside(published(1, "قالت حماس"));
        Feed.awaitHandled(Feed.appendEvent(withdrawn()));
        makeDue(event);

        assertThat(mentions.handleAgain(event(event, "قالت حماس"))).isFalse();
        assertThat(surfaces()).isEmpty();
    }

    @Test
    void outlastsAFeedThatIsAwayOrTalksNonsense() {
        for (String mode : List.of("error", "garbage")) {
            Feed.become(mode);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> RestAssured.get("/q/health/ready")
                            .jsonPath()
                            .getString(Feed.health("state"))
                            .equals("RETRYING"));
            assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(200);
            Feed.become("ok");
            Feed.awaitHandled(Feed.appendEvent(published(1, "قالت حماس")));
        }

        assertThat(surfaces()).containsExactly("حماس");
    }

    /** Makes an event fail by its content until it is set aside. */
    private long setAside(String json) {
        refuseMentions("22000");
        try {
            long event = Feed.appendEvent(json);
            Feed.awaitHandled(event);
            assertThat(surfaces()).isEmpty();
            return event;
        } finally {
            acceptMentions();
        }
    }

    private void makeDue(long event) {
        database.execute("update feed_failure set next_try_at = now() where event_id = " + event);
    }

    private void refuseMentions(String state) {
        refuseMentions(state, "true");
    }

    private void refuseMentions(String state, String condition) {
        database.execute("""
                create or replace function refuse_mention() returns trigger language plpgsql as
                'begin raise exception using errcode = ''%s'', message = ''refused''; end';
                create trigger refuse before insert on mention for each row when (%s) execute function refuse_mention();
                """.formatted(state, condition));
    }

    private void acceptMentions() {
        database.execute("drop trigger refuse on mention");
    }

    private void refuseToAdvance() {
        database.execute("""
                create or replace function refuse() returns trigger language plpgsql as
                'begin raise exception ''refused''; end';
                create trigger refuse before update on feed_cursor for each row execute function refuse();
                """);
    }

    private List<String> surfaces() {
        return database.list("select surface from mention where article_id = ? order by block, start_offset", article);
    }

    private List<String> entityCounts() {
        return database.list("select mention_count from article_entity where article_id = ?", article);
    }

    private FeedEvent event(long id, String text) {
        return new FeedEvent.Published(
                id, null, new ArticleSnapshot(article, 1, "ar", "sample", "MA", "عنوان", Instant.EPOCH, List.of(text)));
    }

    private String published(int version, String text) {
        return """
                {"specversion":"1.0","type":"org.khabar.article.published.v1","subject":"%1$s","time":"%4$s",
                 "data":{"id":"%1$s","version":%2$d,"language":"ar","headline":"عنوان","publishedAt":"2025-03-05T18:10:00Z",
                  "blocks":[{"kind":"PARAGRAPH","text":"%3$s"}]}}
                """.formatted(article, version, text, Instant.now());
    }

    private String withdrawn() {
        return """
                {"type":"org.khabar.article.withdrawn.v1","subject":"%s","method":"DELETE","reason":"نشر بالخطأ"}
                """.formatted(article);
    }
}
