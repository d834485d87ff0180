package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Feed;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.Reviewer;
import org.khabar.entity.testing.ServiceResource;

/** A change of the catalogue reaches the articles that it can touch. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class RelinkerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TEXT = "زار وفد جمعية الزيتونة الخضراء رواق النخيل الأزرق";

    @Inject
    Database database;

    @Inject
    DataSource dataSource;

    @Inject
    Annotator annotator;

    @Inject
    ArticleTexts texts;

    @Inject
    MentionStore store;

    @Inject
    MentionRepository mentions;

    @Inject
    FeedCursor cursor;

    @Inject
    RelinkQueue queue;

    @Inject
    LiveTagger tagger;

    private final List<UUID> articles = new ArrayList<>();
    private String society = "";

    @BeforeEach
    void createSociety() {
        society = Newsroom.create("جمعية الزيتونة الخضراء");
        Newsroom.awaitAnnotated("جمعية الزيتونة الخضراء", List.of(society));
    }

    @AfterEach
    void clear() {
        Newsroom.awaitRelinked();
        articles.forEach(article -> database.execute("delete from article where id = '%s'".formatted(article)));
        database.execute("delete from entity where id in (select entity_id from entity_revision)");
    }

    @Test
    void aNewAliasIsLinkedInTheArticlesThatHaveItAndInNoOthers() {
        UUID touched = publish(TEXT);
        UUID other = publish("زار وفد جمعية الزيتونة الخضراء المدينة");
        String before = feedEvents(other);

        Newsroom.revise(society, "{aliases: [{language: \"ar\", text: \"رواق النخيل الأزرق\", type: EPITHET}]}");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Newsroom.mentions(touched))
                        .containsExactly(society + " جمعية الزيتونة الخضراء", society + " رواق النخيل الأزرق"));
        Newsroom.awaitRelinked();
        assertThat(counts(touched)).containsExactly("2");
        assertThat(feedEvents(other)).isEqualTo(before);
    }

    @Test
    void anAliasThatIsTakenAwayIsNoMentionAnyMore() {
        Newsroom.revise(society, "{aliases: [{language: \"ar\", text: \"رواق النخيل الأزرق\", type: EPITHET}]}");
        Newsroom.awaitAnnotated("رواق النخيل الأزرق", List.of(society));
        UUID article = publish(TEXT);
        assertThat(Newsroom.mentions(article)).hasSize(2);

        Newsroom.revise(society, "{aliases: []}");

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(Newsroom.mentions(article)).containsExactly(society + " جمعية الزيتونة الخضراء"));
    }

    @Test
    void aNewEntityIsFoundInOldArticles() {
        UUID article = publish(TEXT);

        String gallery = Newsroom.create("رواق النخيل الأزرق");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Newsroom.mentions(article)).contains(gallery + " رواق النخيل الأزرق"));
    }

    @Test
    void aCountryThatAMergeBringsDecidesInTheArticlesOfTheEntityThatRemains() {
        String observatory = Newsroom.create("مرصد النجوم الشعبي");
        Newsroom.revise(observatory, "{country: \"TN\"}");
        Newsroom.revise(Newsroom.create("مرصد النجوم الشعبي"), "{country: \"DZ\"}");
        String gallery = Newsroom.create("رواق النخيل الأزرق");
        Newsroom.revise(gallery, "{country: \"TN\"}");
        UUID article = publish("زار وفد جمعية الزيتونة الخضراء مرصد النجوم الشعبي");
        Newsroom.awaitRelinked();
        assertThat(Newsroom.mentions(article)).containsExactly(society + " جمعية الزيتونة الخضراء");

        Newsroom.merge(gallery, society);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Newsroom.mentions(article)).contains(observatory + " مرصد النجوم الشعبي"));
    }

    @Test
    void decisionsOfEditorsOutliveLinkingAgain() {
        UUID article = publish(TEXT);
        Reviewer salma = Reviewer.named("salma");
        salma.reject(salma.mention(article, "جمعية الزيتونة الخضراء").id(), 0);

        Newsroom.revise(society, "{aliases: [{language: \"ar\", text: \"رواق النخيل الأزرق\", type: EPITHET}]}");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(Newsroom.mentions(article)).containsExactly(society + " رواق النخيل الأزرق"));
        assertThat(counts(article)).containsExactly("1");
    }

    @Test
    void anArticleThatWasLinkedByAnOldDictionaryIsLinkedAgain() {
        UUID article = publish(TEXT);
        ArticleSnapshot snapshot = texts.find(article).orElseThrow();
        LinkedArticle early = annotator.annotate(snapshot);
        String gallery = Newsroom.create("رواق النخيل الأزرق");
        Newsroom.awaitRelinked();

        QuarkusTransaction.requiringNew().run(() -> {
            cursor.lockedPosition();
            store.store(early);
        });

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Newsroom.mentions(article))
                        .containsExactly(society + " جمعية الزيتونة الخضراء", gallery + " رواق النخيل الأزرق"));
    }

    @Test
    void anArticleThatWasLinkedBeforeADecisionIsStoredWithIt() {
        UUID article = publish(TEXT);
        LinkedArticle early = annotator.annotate(texts.find(article).orElseThrow());
        Reviewer salma = Reviewer.named("salma");
        salma.reject(salma.mention(article, "جمعية الزيتونة الخضراء").id(), 0);

        List<FoundMention> stored = QuarkusTransaction.requiringNew().call(() -> {
            cursor.lockedPosition();
            store.store(early);
            return mentions.listAll(article);
        });

        assertThat(stored).isEmpty();
        Newsroom.awaitRelinked();
        assertThat(Newsroom.mentions(article)).isEmpty();
    }

    /** Else two who queue the same articles could wait for each other. */
    @Test
    void articlesOfABatchAreQueuedInTheOrderInWhichAllLockThem() throws Exception {
        List<UUID> pair = List.of(publish(TEXT), publish(TEXT));
        Map<UUID, LinkedArticle> early = pair.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> annotator.annotate(texts.find(id).orElseThrow())));
        Reviewer salma = Reviewer.named("salma");
        salma.reject(salma.mention(publish(TEXT), "جمعية الزيتونة الخضراء").id(), 0);
        Newsroom.awaitRelinked();
        pair.forEach(article -> database.execute("""
                insert into relink_article (article_id, transaction_id, claimed_until)
                values ('%s', '3', clock_timestamp() + interval '1 hour')
                """.formatted(article)));
        List<String> ordered = database.list("select article_id from relink_article order by article_id");
        assertThat(ordered).hasSize(2);
        List<LinkedArticle> reversed = ordered.reversed().stream()
                .map(UUID::fromString)
                .map(early::get)
                .toList();

        try (Connection other = dataSource.getConnection();
                Statement statement = other.createStatement();
                ExecutorService feed = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            String lock = "select 1 from relink_article where article_id = '%s' for update nowait";
            statement.execute(lock.formatted(ordered.getFirst()));
            Future<?> batch =
                    feed.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                        cursor.lockedPosition();
                        store.store(reversed);
                    }));
            try {
                await().atMost(PATIENCE).until(() -> !database.list("""
                        select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%relink_article%'
                        """).isEmpty());

                assertThatNoException().isThrownBy(() -> statement.execute(lock.formatted(ordered.getLast())));
            } finally {
                other.rollback();
            }
            batch.get();
        }
    }

    @Test
    void mentionsThatWereFoundBeforeAMergeAreStoredOfTheEntityThatRemains() {
        String gallery = Newsroom.create("رواق النخيل الأزرق");
        Newsroom.awaitAnnotated("رواق النخيل الأزرق", List.of(gallery));
        UUID article = publish(TEXT);
        LinkedArticle early = annotator.annotate(texts.find(article).orElseThrow());
        Newsroom.merge(gallery, society);

        List<UUID> stored = QuarkusTransaction.requiringNew().call(() -> {
            cursor.lockedPosition();
            store.store(early);
            return mentions.listAll(article).stream().map(FoundMention::entity).toList();
        });

        assertThat(stored).containsOnly(UUID.fromString(society));
        Newsroom.awaitRelinked();
        assertThat(database.list("select distinct entity_id from mention where article_id = ?", article))
                .containsExactly(society);
        assertThat(counts(article)).containsExactly("2");
    }

    @Test
    void whatAKilledProcessHadClaimedIsDoneByAnother() {
        UUID article = publish(TEXT);
        database.execute("update mention set surface = 'قديم', end_offset = start_offset + 4 where article_id = '%s'"
                .formatted(article));

        database.execute("""
                insert into relink_article (article_id, transaction_id, claimed_until)
                values ('%s', '3', clock_timestamp() + interval '1 second')
                on conflict (article_id) do update set claimed_until = excluded.claimed_until
                """.formatted(article));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(Newsroom.mentions(article)).containsExactly(society + " جمعية الزيتونة الخضراء"));
        assertThat(database.list("select 1 from relink_article where article_id = ?", article))
                .isEmpty();
    }

    @Test
    void aClaimedArticleIsNotClaimedAgainBeforeItsTime() {
        UUID article = publish(TEXT);
        database.execute("""
                insert into relink_article (article_id, transaction_id, claimed_until)
                values ('%s', '3', clock_timestamp() + interval '1 hour')
                on conflict (article_id) do update set claimed_until = excluded.claimed_until
                """.formatted(article));

        assertThat(queue.claim(tagger.position(), 10, Duration.ofMinutes(1))).doesNotContain(article);

        database.execute("delete from relink_article where article_id = '%s'".formatted(article));
    }

    @Test
    void whatAnEditorWantsComesBeforeAllTheOthers() {
        publish(TEXT);
        publish(TEXT);
        List<String> ordered = database.list(
                "select id from article where id in (?, ?) order by id", articles.getFirst(), articles.getLast());
        database.execute("delete from mention where article_id = '%s'".formatted(ordered.getFirst()));
        database.execute("delete from article_entity where article_id = '%s'".formatted(ordered.getFirst()));
        long afterAll = Long.MAX_VALUE;

        List<UUID> claimed = QuarkusTransaction.requiringNew().call(() -> {
            queue.requestAll();
            queue.expand(afterAll);
            queue.request(UUID.fromString(society));
            queue.expand(afterAll);
            return queue.claim(afterAll, 1, Duration.ofMillis(1));
        });

        assertThat(claimed).containsExactly(UUID.fromString(ordered.getLast()));
    }

    @Test
    void anArticleWithoutATextKeepsItsMentionsAndMovesThem() {
        String gallery = Newsroom.create("رواق النخيل الأزرق");
        Newsroom.awaitAnnotated("رواق النخيل الأزرق", List.of(gallery));
        UUID article = publish(TEXT);
        database.execute("delete from article_text where article_id = '%s'".formatted(article));

        Newsroom.merge(gallery, society);
        Newsroom.awaitRelinked();

        assertThat(Newsroom.mentions(article))
                .containsExactly(society + " جمعية الزيتونة الخضراء", society + " رواق النخيل الأزرق");
        assertThat(counts(article)).containsExactly("2");
    }

    /** Edits while articles stream in; every article ends with the mentions that a clean run gives. */
    @Test
    void articlesThatStreamInMeanwhileEndAsIfTheCatalogueHadAlwaysBeenSo() {
        String gallery = Newsroom.create("رواق النخيل الأزرق");
        for (int i = 0; i < 8; i++) {
            append(TEXT + " رقم " + i);
        }
        Newsroom.revise(society, "{aliases: [{language: \"ar\", text: \"وفد\", type: EPITHET}]}");
        for (int i = 0; i < 8; i++) {
            append(TEXT + " عدد " + i);
        }
        Newsroom.merge(gallery, society);
        for (int i = 0; i < 8; i++) {
            append(TEXT + " دور " + i);
        }
        String late = Newsroom.create("دور");
        Feed.awaitHandled(append(TEXT));
        Newsroom.awaitRelinked();

        for (UUID article : articles) {
            LinkedArticle clean = annotator.annotate(texts.find(article).orElseThrow());
            assertThat(database.list(
                            "select entity_id || ' ' || start_offset || ' ' || surface from mention where article_id = ?",
                            article))
                    .containsExactlyInAnyOrderElementsOf(clean.inBlocks().stream()
                            .map(mention -> mention.entity() + " " + mention.start() + " " + mention.surface())
                            .toList())
                    .noneMatch(mention -> mention.startsWith(gallery))
                    .hasSizeGreaterThanOrEqualTo(3);
        }
        assertThat(database.list("select count(*) from mention where entity_id = ?", UUID.fromString(late)))
                .containsExactly("8");
        assertThat(database.list(
                        "select coalesce(sum(article_count), 0) from entity_month where entity_id = ? and month = '-infinity'",
                        UUID.fromString(gallery)))
                .containsExactly("0");
        assertThat(database.list(
                        "select article_count from entity_month where entity_id = ? and month = '-infinity'",
                        UUID.fromString(society)))
                .containsExactly(Integer.toString(articles.size()));
    }

    private UUID publish(String text) {
        Feed.awaitHandled(append(text));
        return articles.getLast();
    }

    private long append(String text) {
        articles.add(UUID.randomUUID());
        return Feed.appendEvent(Newsroom.published(articles.getLast(), 1, text));
    }

    private List<String> counts(UUID article) {
        return database.list("select mention_count from article_entity where article_id = ?", article);
    }

    private String feedEvents(UUID article) {
        return database.list("select count(*) from mention_feed_event where article_id = ?", article)
                .getFirst();
    }
}
