package org.khabar.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.PostgresResource;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** What operators read in numbers. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class MetricsTest {

    private final Database database;

    MetricsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void empty() {
        database.reset();
    }

    @AfterEach
    void emptyAgain() {
        database.reset();
    }

    @Test
    void importsAreCountedByFormAndOutcome() {
        double created = imports("text", "created");
        double unchanged = imports("text", "unchanged");
        double refused = imports("text", "refused");
        double html = imports("html", "refused");
        Service.importPage(Pages.numbered(1));
        Service.importPage(Pages.numbered(1));
        Service.importPage("");
        Service.graphql(Tokens.editor(), "mutation { importArticle(input: {html: \"<p>\"}) { status } }");
        assertThat(imports("text", "created") - created).isEqualTo(1);
        assertThat(imports("text", "unchanged") - unchanged).isEqualTo(1);
        assertThat(imports("text", "refused") - refused).isEqualTo(1);
        assertThat(imports("html", "refused") - html).isEqualTo(1);
    }

    @Test
    void itemsOfABulkImportAreCountedOneByOne() {
        double refused = imports("bulk", "refused");
        Service.as(Tokens.editor())
                .contentType("application/x-ndjson")
                .body("{}\n{}\n".getBytes(StandardCharsets.UTF_8))
                .post("/imports")
                .asString();
        assertThat(imports("bulk", "refused") - refused).isEqualTo(2);
    }

    @Test
    void searchesAreTimedByWhatIsLookedUp() {
        double pages = value("khabar_article_search_time_seconds_count\\{part=\"page\"}");
        double matches = value("khabar_article_search_time_seconds_count\\{part=\"matches\"}");
        Service.graphql(Tokens.reader(), "{ searchArticles(query: \"سد\") { nodes { id } } }");
        Service.graphql(Tokens.reader(), "{ searchArticles(query: \"سد\") { totalCount { value } } }");
        assertThat(value("khabar_article_search_time_seconds_count\\{part=\"page\"}") - pages)
                .isEqualTo(2);
        assertThat(value("khabar_article_search_time_seconds_count\\{part=\"matches\"}") - matches)
                .isEqualTo(1);
    }

    @Test
    void howFarFollowersAreBehindIsToldInEvents() {
        double before = value("khabar_article_feed_lag_sum");
        Service.importPage(Pages.numbered(1));
        Service.importPage(Pages.numbered(2));
        Service.feed("0", 0);
        Service.feed("1", 0);
        assertThat(value("khabar_article_feed_lag_sum") - before).isEqualTo(3);
        assertThat(read()).contains("khabar_article_mentions_age_seconds");
    }

    private static double imports(String form, String outcome) {
        return value("khabar_article_imports_total\\{form=\"%s\",outcome=\"%s\"}".formatted(form, outcome));
    }

    /** 0 for what has not been counted yet. */
    private static double value(String meter) {
        Matcher line = Pattern.compile("(?m)^" + meter + " (\\S+)").matcher(read());
        return line.find() ? Double.parseDouble(line.group(1)) : 0;
    }

    private static String read() {
        String numbers = Service.as(Tokens.admin()).get("/q/metrics").asString();
        assertThat(numbers).contains("jvm_");
        return numbers;
    }
}
