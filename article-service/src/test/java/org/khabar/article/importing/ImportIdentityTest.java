package org.khabar.article.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;

/** When two pages are one article. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportIdentityTest {

    private static final String HEADLINE = "مجلس الحكومة يصادق على مشروع قانون المالية";
    private static final String DATE = "17 أكتوبر 2024 15:30";
    private static final String FIRST =
            "صادق مجلس الحكومة، المنعقد يوم الخميس بالرباط، على مشروع قانون المالية للسنة المقبلة بعد عرض قدمته وزيرة الاقتصاد والمالية.";
    private static final String SECOND =
            "ويتوقع المشروع نموا في حدود أربعة فاصل ستة في المئة، وعجزا لا يتجاوز ثلاثة ونصف في المئة من الناتج الداخلي الخام.";
    private static final String THIRD =
            "وسيحال المشروع على البرلمان قبل نهاية الأسبوع وفق الآجال التي ينص عليها القانون التنظيمي لقانون المالية.";

    private final Database database;

    ImportIdentityTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void emptyDatabase() {
        database.reset();
    }

    @Test
    void samePageAgainChangesNothing() {
        JsonPath first = imported(201, "created", page(HEADLINE, DATE, FIRST, SECOND));
        JsonPath again = imported(200, "unchanged", page(HEADLINE, DATE, FIRST, SECOND));

        assertThat(again.getString("id")).isEqualTo(first.getString("id"));
        assertThat(again.getInt("version")).isEqualTo(1);
        assertThat(database.count("revision")).isEqualTo(1);
        assertThat(database.count("feed_event")).isEqualTo(1);
    }

    @Test
    void samePageWithOtherChromeChangesNothing() {
        imported(201, "created", page(HEADLINE, DATE, FIRST, SECOND));
        imported(200, "unchanged", page(HEADLINE, DATE, FIRST, SECOND) + "\nآخر الأخبار\nخبر آخر\n");
    }

    @Test
    void editedParagraphIsARevision() {
        JsonPath first = imported(201, "created", page(HEADLINE, DATE, FIRST, SECOND));
        JsonPath edited = imported(200, "revised", page(HEADLINE, DATE, FIRST, SECOND + " حسب المصدر ذاته."));

        assertThat(edited.getString("id")).isEqualTo(first.getString("id"));
        assertThat(edited.getInt("version")).isEqualTo(2);
        assertThat(database.list("select type from feed_event order by id")).containsExactly("PUBLISHED", "REVISED");
    }

    @Test
    void correctedDateOfAnUnknownOutletIsARevision() {
        String page = page(HEADLINE, DATE, FIRST, SECOND).replace("هسبريس - متابعة\n\n", "");
        imported(201, "created", page);
        imported(200, "revised", page.replace("15:30", "17:40"));
    }

    @Test
    void changedHeadlineOfTheSameMinuteAndTextIsARevision() {
        JsonPath first = imported(201, "created", page(HEADLINE, DATE, FIRST, SECOND));
        JsonPath edited = imported(200, "revised", page(HEADLINE + " لسنة 2025", DATE, FIRST, SECOND, THIRD));

        assertThat(edited.getString("id")).isEqualTo(first.getString("id"));
    }

    @Test
    void correctedDateUnderTheSameHeadlineIsARevision() {
        JsonPath first = imported(201, "created", page(HEADLINE, DATE, FIRST, SECOND));
        JsonPath edited = imported(200, "revised", page(HEADLINE, "18 أكتوبر 2024 15:30", FIRST, SECOND));

        assertThat(edited.getString("id")).isEqualTo(first.getString("id"));
    }

    @Test
    void bulletinsUnderOneHeadlineStayTwo() {
        imported(201, "created", page("نشرة الأخبار", "17 أكتوبر 2024 20:00", FIRST));
        imported(201, "created", page("نشرة الأخبار", "18 أكتوبر 2024 20:00", SECOND));
        imported(200, "unchanged", page("نشرة الأخبار", "17 أكتوبر 2024 20:00", FIRST));
    }

    @Test
    void articlesOfOneMinuteStayTwo() {
        imported(201, "created", page(HEADLINE, DATE, FIRST));
        imported(201, "created", page("أسعار المحروقات تعود إلى الارتفاع", DATE, THIRD));
    }

    @Test
    void sameHeadlineAndMinuteAtAnotherOutletStaysTwo() {
        imported(201, "created", page(HEADLINE, DATE, FIRST));
        Response other = Service.importPage(page(HEADLINE, DATE, FIRST), Map.of("outlet", "alyaoum24"));

        assertThat(other.statusCode()).isEqualTo(201);
    }

    @Test
    void undatedPageAgainChangesNothingAndKeepsItsTime() {
        String page = HEADLINE + "\n\nهسبريس - متابعة\n\n" + FIRST + "\n";
        imported(201, "created", page);
        imported(200, "unchanged", page);
        imported(200, "revised", page + "\n" + SECOND + "\n");

        assertThat(database.count("article")).isEqualTo(1);
        assertThat(database.list("select distinct published_at from revision")).hasSize(1);
    }

    @Test
    void urlDecides() {
        String url = "https://www.hespress.com/economie/1234.html";
        JsonPath first = importedFrom(201, "created", url, page(HEADLINE, DATE, FIRST));
        JsonPath moved = importedFrom(
                200,
                "revised",
                url + "?utm_source=x#top",
                page("عنوان جديد كليا للخبر نفسه", "19 أكتوبر 2024", SECOND));
        JsonPath other = importedFrom(
                201, "created", "https://www.hespress.com/economie/5678.html", page(HEADLINE, DATE, FIRST));

        assertThat(moved.getString("id")).isEqualTo(first.getString("id"));
        assertThat(other.getString("id")).isNotEqualTo(first.getString("id"));
    }

    @Test
    void urlIsAddedToAnArticleThatHadNone() {
        JsonPath first = imported(201, "created", page(HEADLINE, DATE, FIRST));
        JsonPath second = importedFrom(200, "revised", "https://www.hespress.com/1.html", page(HEADLINE, DATE, FIRST));
        imported(200, "unchanged", page(HEADLINE, DATE, FIRST));

        assertThat(second.getString("id")).isEqualTo(first.getString("id"));
    }

    @Test
    void urlsInLettersAndInPercentsAreOne() {
        String page = page(HEADLINE, DATE, FIRST);
        JsonPath plain = importedFrom(201, "created", "https://www.hespress.com/مشروع-قانون-المالية-1.html", page);
        JsonPath encoded = check(
                200,
                "revised",
                Service.importPage(
                        page,
                        Map.of(
                                "url",
                                "https://WWW.hespress.com:443/%d9%85%D8%B4%D8%B1%D9%88%D8%B9-%D9%82%D8%A7%D9%86%D9%88%D9%86-"
                                        + "%D8%A7%D9%84%D9%85%D8%A7%D9%84%D9%8A%D8%A9-1.html?fbclid=x#top")));

        assertThat(encoded.getString("id")).isEqualTo(plain.getString("id"));
    }

    @Test
    void pageWithoutItsOutletIsTheSameOnceItHasIt() {
        String page = HEADLINE + "\n\n17 يوليو 2024 15:30\n\n" + FIRST + "\n\n" + SECOND + "\n";
        JsonPath unknown = imported(201, "created", page);
        JsonPath known = check(200, "revised", Service.importPage(page, Map.of("outlet", "youm7")));
        JsonPath again = imported(200, "unchanged", page);

        assertThat(known.getString("id")).isEqualTo(unknown.getString("id"));
        assertThat(again.getString("id")).isEqualTo(unknown.getString("id"));
        assertThat(database.list("select code || ' ' || published_at at time zone 'UTC' from article"
                        + " join outlet on outlet.id = outlet_id"))
                .containsExactly("youm7 2024-07-17 12:30:00");
    }

    @Test
    void sameTextOfTwoKnownOutletsStaysTwoWhateverIsUnknown() {
        String page = HEADLINE + "\n\n" + DATE + "\n\n" + FIRST + "\n";
        check(201, "created", Service.importPage(page, Map.of("outlet", "hespress")));
        check(201, "created", Service.importPage(page, Map.of("outlet", "alyaoum24")));
        imported(200, "unchanged", page);

        assertThat(database.count("article")).isEqualTo(2);
    }

    @Test
    void sameTextOfAnotherDayWithoutAnOutletStaysTwo() {
        imported(201, "created", HEADLINE + "\n\n17 أكتوبر 2024\n\n" + FIRST + "\n");
        check(
                201,
                "created",
                Service.importPage(HEADLINE + "\n\n17 أكتوبر 2023\n\n" + FIRST + "\n", Map.of("outlet", "hespress")));
    }

    @Test
    void samePageAtOnceIsOneArticle() throws Exception {
        String page = page(HEADLINE, DATE, FIRST, SECOND);
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            List<Future<String>> ids = IntStream.range(0, 36)
                    .mapToObj(i -> threads.submit(
                            () -> Service.importPage(page).jsonPath().getString("id")))
                    .toList();
            for (Future<String> id : ids) {
                assertThat(id.get()).isEqualTo(ids.getFirst().get()).isNotNull();
            }
        }
        assertThat(database.count("article")).isEqualTo(1);
        assertThat(database.count("revision")).isEqualTo(1);
        assertThat(database.count("feed_event")).isEqualTo(1);
    }

    private static String page(String headline, String date, String... paragraphs) {
        return Pages.of(headline, date, paragraphs);
    }

    private static JsonPath imported(int status, String outcome, String page) {
        return check(status, outcome, Service.importPage(page));
    }

    private static JsonPath importedFrom(int status, String outcome, String url, String page) {
        return check(status, outcome, Service.importPage(page, Map.of("url", url)));
    }

    private static JsonPath check(int status, String outcome, Response response) {
        assertThat(response.jsonPath().getString("status"))
                .as(response.asString())
                .isEqualTo(outcome);
        assertThat(response.statusCode()).isEqualTo(status);
        return response.jsonPath();
    }
}
