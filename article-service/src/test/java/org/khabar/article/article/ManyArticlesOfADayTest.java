package org.khabar.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.outlet.OutletRegistry;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.PostgresResource;

/** An outlet that states days and no times gives hundreds of articles one instant: each is still found again. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ManyArticlesOfADayTest {

    private static final int ARTICLES = 400;
    private static final Instant DAY = Instant.parse("2024-10-17T00:00:00Z");
    private static final String[] WORDS =
            "قال أعلن وزير رئيس بلدية مدينة قرية طريق ماء كهرباء مدرسة تلميذ أستاذ سوق ثمن خبز قمح مطر ريح بحر سفينة ميناء"
                    .split(" ");

    private final Database database;
    private final ArticleStore store;
    private final OutletRegistry outlets;

    ManyArticlesOfADayTest(Database database, ArticleStore store, OutletRegistry outlets) {
        this.database = database;
        this.store = store;
        this.outlets = outlets;
    }

    @BeforeEach
    void manyArticles() {
        database.reset();
        for (int number = 0; number < ARTICLES; number++) {
            store.store(article("عنوان الخبر رقم " + number, text(number)), "writer");
        }
        assertThat(database.count("article")).isEqualTo(ARTICLES);
    }

    @AfterEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void eachIsFoundAgain() {
        for (int number = 0; number < ARTICLES; number += 7) {
            assertThat(outcome(article("عنوان الخبر رقم " + number, text(number))))
                    .isEqualTo(StoredArticle.Outcome.UNCHANGED);
        }
        assertThat(database.count("article")).isEqualTo(ARTICLES);
    }

    @Test
    void eachIsFoundUnderAnotherHeadlineWithAParagraphMore() {
        for (int number = 0; number < ARTICLES; number += 7) {
            List<String> longer = new ArrayList<>(text(number));
            longer.add("فقرة أضيفت إلى الخبر بعد نشره عن تفاصيل جديدة لم تكن معروفة من قبل.");
            assertThat(outcome(article("عنوان جديد كليا للخبر " + number, longer)))
                    .isEqualTo(StoredArticle.Outcome.REVISED);
        }
        assertThat(database.count("article")).isEqualTo(ARTICLES);
    }

    @Test
    void bulletinsOfOneHeadlineAreFoundByTheirText() {
        for (int day = 0; day < 120; day++) {
            store.store(bulletin(text(1000 + day), day), "writer");
        }
        assertThat(database.count("article")).isEqualTo(ARTICLES + 120L);
        assertThat(outcome(bulletin(text(1003), 500))).isEqualTo(StoredArticle.Outcome.REVISED);
        assertThat(outcome(bulletin(text(1005), 5))).isEqualTo(StoredArticle.Outcome.UNCHANGED);
        assertThat(outcome(bulletin(text(1600), 600))).isEqualTo(StoredArticle.Outcome.CREATED);
    }

    private StoredArticle.Outcome outcome(ArticleContent content) {
        return store.store(content, "writer").outcome();
    }

    private ArticleContent bulletin(List<String> text, int publishedOn) {
        return content("نشرة الأخبار", DAY.plusSeconds(86_400L * (1 + publishedOn)), text);
    }

    private ArticleContent article(String headline, List<String> text) {
        return content(headline, DAY, text);
    }

    private ArticleContent content(String headline, Instant time, List<String> text) {
        return new ArticleContent(
                outlets.getByCode("hespress").id(),
                null,
                headline,
                "ar",
                ArticleKind.NEWS,
                null,
                null,
                time,
                true,
                text.stream()
                        .map(paragraph -> new TextBlock(BlockKind.PARAGRAPH, paragraph))
                        .toList());
    }

    /** Three paragraphs of words in an order that no other number gives. */
    private static List<String> text(int number) {
        Random random = new Random(number);
        return random.ints(3)
                .mapToObj(seed -> new Random(seed)
                        .ints(25, 0, WORDS.length)
                        .mapToObj(word -> WORDS[word])
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
