package org.khabar.entity.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.ruling.Priors;
import org.khabar.entity.testing.Archive;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Newsroom;
import org.khabar.entity.testing.Reviewer;
import org.khabar.entity.testing.Reviewer.Seen;
import org.khabar.entity.testing.ServiceResource;

/** What editors decide about a name says something about the same name elsewhere. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class PriorTest {

    private static final String NOUZHA = "نزهة المرجاني";
    private static final String SOUAD = "سعاد المرجاني";
    private static final String SURNAME = "المرجاني";
    private static final String NAMED = "قالت نزهة المرجاني ذلك أمس، ثم أضافت المرجاني أنها راضية";
    private static final String AMBIGUOUS = "وصلت الرئيسة المرجاني إلى القاعة";

    @Inject
    Database database;

    @Inject
    Priors priors;

    private final Reviewer salma = Reviewer.named("salma");
    private final Reviewer younes = Reviewer.named("younes");
    private Archive archive;
    private String nouzha = "";

    @BeforeEach
    void createBoth() {
        archive = new Archive(database, "prior-test");
        nouzha = salma.createPerson(NOUZHA, SURNAME);
        String souad = salma.createPerson(SOUAD, SURNAME);
        Newsroom.awaitAnnotated(NOUZHA + " و " + SOUAD, List.of(nouzha, souad));
    }

    @AfterEach
    void clear() {
        archive.clear();
    }

    @Test
    void confirmationsOfASurnameDecideAnotherArticle() {
        UUID other = archive.publish(AMBIGUOUS);
        assertThat(salma.mentions(other)).isEmpty();

        confirm(salma, archive.publish(NAMED));
        confirm(younes, archive.publish(NAMED));
        Newsroom.awaitRelinked();
        assertThat(salma.mentions(other)).as("two say nothing yet").isEmpty();

        confirm(salma, archive.publish(NAMED));
        Newsroom.awaitRelinked();

        Seen mention = salma.mention(other, SURNAME);
        assertThat(mention.entity()).isEqualTo(nouzha);
        assertThat(mention.status()).isEqualTo("AUTO");
        assertThat(mention.why()).contains("REVIEWED");
        UUID later = archive.publish(AMBIGUOUS);
        assertThat(salma.mention(later, SURNAME).entity()).isEqualTo(nouzha);
    }

    @Test
    void whatIsTakenBackDecidesNothing() {
        UUID other = archive.publish(AMBIGUOUS);
        List<String> rulings = List.of(
                confirm(salma, archive.publish(NAMED)),
                confirm(salma, archive.publish(NAMED)),
                confirm(salma, archive.publish(NAMED)));
        Newsroom.awaitRelinked();
        assertThat(salma.mentions(other)).hasSize(1);

        salma.undo(rulings.getFirst(), 1);
        Newsroom.awaitRelinked();

        assertThat(salma.mentions(other)).isEmpty();
    }

    /** As decisions are left by a migration, which cannot say what a name is looked up by. */
    @Test
    void aNameThatWasLookedUpOtherwiseCountsWhenItsArticleIsLinkedAgain() {
        String name = "أُمامة المَهدى";
        String entity = Newsroom.create(name);
        Newsroom.awaitAnnotated(name, List.of(entity));
        UUID moved = archive.publish("قالت %s ذلك أمس".formatted(name));
        UUID alone = archive.publish(name);
        UUID withoutText = archive.publish("ثم غادرت %s القاعة".formatted(name));
        for (UUID article : List.of(moved, alone, withoutText)) {
            salma.confirm(salma.mention(article, name).id(), 0);
        }
        database.execute("update mention_ruling set search_key = lower(surface), words_before = '', words_after = ''");
        database.execute("delete from article_text where article_id = '%s'".formatted(withoutText));
        assertThat(confirmed(name, entity))
                .as("by the key that nobody asks for")
                .containsExactly("3");

        archive.linkAgainFromNothing(moved);
        archive.linkAgainFromNothing(alone);
        archive.linkAgain(withoutText);

        assertThat(confirmed(name, entity)).containsExactly("0");
        assertThat(confirmed("امامه المهدي", entity)).containsExactly("3");
    }

    private List<String> confirmed(String key, String entity) {
        return database.list(
                "select confirmed from name_prior where search_key = ? and entity_id = ?",
                key,
                UUID.fromString(entity));
    }

    /** ln((c + 2) / (r + 2)), of each editor three at most, from three on, 2.5 at most. */
    @Test
    void noEditorSwingsItAlone() {
        assertThat(weight("salma", 0, 2)).isZero();
        assertThat(weight("salma", 0, 3)).isCloseTo(-Math.log(5.0 / 2), within(0.001));
        assertThat(weight("salma", 0, 50)).isCloseTo(-Math.log(5.0 / 2), within(0.001));
        assertThat(weight("younes", 3, 0)).as("as many for as against").isZero();
        for (int i = 0; i < 20; i++) {
            weight("editor " + i, 3, 0);
        }
        assertThat(weight("idris", 3, 0)).isEqualTo(2.5);
    }

    private double weight(String author, int confirmed, int rejected) {
        UUID entity = UUID.fromString(nouzha);
        database.execute("""
                insert into name_prior (search_key, entity_id, author, confirmed, rejected)
                values ('اسم نادر', '%s', '%s', %d, %d)
                on conflict (search_key, entity_id, author) do update
                    set confirmed = excluded.confirmed, rejected = excluded.rejected
                """.formatted(entity, author, confirmed, rejected));
        return priors.of(Set.of("اسمٌ نادر")).weight("اسمٌ نادر", entity);
    }

    private static String confirm(Reviewer reviewer, UUID article) {
        Seen surname = reviewer.mention(article, SURNAME);
        return reviewer.confirm(surname.id(), 0).getString("data.ruling.id");
    }
}
