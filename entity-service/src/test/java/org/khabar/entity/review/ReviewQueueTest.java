package org.khabar.entity.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Archive;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.Reviewer;
import org.khabar.entity.testing.ServiceResource;

/** What helps most comes first, and what was decided does not come back. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class ReviewQueueTest {

    private static final String ONE = "{outlet: \"queue-one\"}";
    private static final String OTHER = "{outlet: \"queue-other\"}";
    private static final String SURNAME = "المرجاني";
    private static final String NAMED = "قالت نزهة المرجاني ذلك أمس، ثم حضرت المرجاني الحفل";
    private static final String UNKNOWN = "وقال سامر الحلواني ذلك في كلمة ألقاها";

    @Inject
    Database database;

    private final Reviewer salma = Reviewer.named("salma");
    private Archive archive;
    private Archive other;
    private String nouzha = "";

    @BeforeEach
    void createPerson() {
        archive = new Archive(database, "queue-one");
        other = new Archive(database, "queue-other");
        nouzha = salma.createPerson("نزهة المرجاني", SURNAME);
        Newsroom.awaitAnnotated("نزهة المرجاني", List.of(nouzha));
    }

    @AfterEach
    void clear() {
        other.removeArticles();
        archive.clear();
    }

    @Test
    void whatADecisionSetsRightMostOfComesFirst() {
        UUID article = archive.publish(NAMED, UNKNOWN);

        JsonPath queue = salma.queue(ONE, 10, "");

        String edges = "data.reviewQueue.edges";
        assertThat(queue.getList(edges + ".node.name", String.class)).containsExactly("سامر الحلواني", SURNAME);
        assertThat(queue.getList(edges + ".node.kind", String.class)).containsExactly("CANDIDATE", "MENTION");
        assertThat(queue.getDouble(edges + "[0].node.value")).isEqualTo(0.5);
        double confidence = queue.getDouble(edges + "[1].node.mention.confidence");
        assertThat(queue.getDouble(edges + "[1].node.value")).isEqualTo(Math.round((1 - confidence) * 1000) / 1000.0);
        assertThat(queue.getString(edges + "[1].node.mention.entity.id")).isEqualTo(nouzha);
        assertThat(queue.getString(edges + "[1].node.article.id")).isEqualTo(article.toString());
        assertThat(queue.getString(edges + "[0].node.candidate.decision")).isEqualTo("OPEN");

        for (int i = 0; i < 5; i++) {
            archive.publish(NAMED);
        }
        assertThat(salma.queued(ONE)).containsExactly(SURNAME, "سامر الحلواني");
        assertThat(salma.queue(ONE, 1, "").getInt(edges + "[0].node.placeCount"))
                .isEqualTo(6);
    }

    @Test
    void isThatOfTheArticlesThatAreAskedFor() {
        archive.publish(NAMED);
        other.publish(UNKNOWN);

        assertThat(salma.queued(ONE)).containsExactly(SURNAME);
        assertThat(salma.queued(OTHER)).containsExactly("سامر الحلواني");
        assertThat(salma.queued("{outlet: \"queue-one\", language: \"ar\"}")).containsExactly(SURNAME);
        assertThat(salma.queued("{outlet: \"queue-one\", language: \"fr\"}")).isEmpty();
        assertThat(salma.queued("{outlet: \"queue-one\", kind: CANDIDATE}")).isEmpty();
        assertThat(salma.queued("{kind: MENTION}")).contains(SURNAME).doesNotContain("سامر الحلواني");
        assertThat(salma.queued("{}")).contains(SURNAME, "سامر الحلواني");
    }

    @Test
    void whatWasDecidedLeaves() {
        UUID article = archive.publish(NAMED, UNKNOWN);
        JsonPath queue = salma.queue(ONE, 10, "");
        String mention = queue.getString("data.reviewQueue.edges[1].node.mention.id");

        salma.confirm(mention, 0);
        assertThat(salma.queued(ONE)).containsExactly("سامر الحلواني");

        salma.undo(salma.rulings(article).getString("data._entities[0].mentionRulings[0].id"), 1);
        assertThat(salma.queued(ONE)).contains(SURNAME);
    }

    @Test
    void whatNoArticleHasAnyMoreLeaves() {
        UUID article = archive.publish(NAMED, UNKNOWN);
        archive.revise(article, 2, "لا شيء هنا");
        assertThat(salma.queued(ONE)).isEmpty();

        UUID second = archive.publish(NAMED, UNKNOWN);
        archive.withdraw(second);
        assertThat(salma.queued(ONE)).isEmpty();
    }

    /** Counts are those of a queue that is made anew, whatever happened on the way. */
    @Test
    void ranksAreTheSumsOfTheirPlaces() {
        UUID article = archive.publish(NAMED, UNKNOWN);
        other.publish(NAMED, NAMED, UNKNOWN);
        archive.revise(article, 2, UNKNOWN, NAMED + " " + UNKNOWN);
        salma.confirm(
                salma.queue("{outlet: \"queue-other\", kind: MENTION}", 1, "")
                        .getString("data.reviewQueue.edges[0].node.mention.id"),
                0);
        archive.withdraw(archive.publish(UNKNOWN));

        assertThat(database.list("""
                        select item_id || ' ' || language || ' ' || outlet || ' ' || place_count || ' ' || value
                        from review_rank where place_count <> 0 order by 1
                        """)).isEqualTo(database.list("""
                        select item_id || ' ' || scope.language || ' ' || scope.outlet || ' ' || count(*) || ' ' || sum(doubt)
                        from review_place cross join lateral (
                            select '' as language, '' as outlet union select review_place.language, ''
                            union select '', review_place.outlet union select review_place.language, review_place.outlet
                        ) as scope
                        group by item_id, scope.language, scope.outlet order by 1
                        """));
    }

    @Test
    void aCursorOfAnotherConnectionIsRefused() {
        assertThat(salma.queue(ONE, 1, "bm9uc2Vuc2U").getString("errors[0].extensions.code"))
                .isEqualTo("BAD_USER_INPUT");
        assertThat(salma.queue(ONE, 101, "").getString("errors[0].extensions.code"))
                .isEqualTo("LIMIT_EXCEEDED");
    }
}
