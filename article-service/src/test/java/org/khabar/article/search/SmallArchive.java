package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.khabar.article.testing.Database;
import org.khabar.article.testing.Pages;
import org.khabar.article.testing.Service;
import org.khabar.article.testing.Tokens;

/** A small archive of three languages, and what readers find in it, for tests. */
final class SmallArchive {

    static final String DAM = "افتتاح سد جديد قرب الحسيمة بعد سنوات من الأشغال";

    static final String IRAQ = "قمة بغداد تبحث ملف المياه مع دول الجوار";

    static final String IRAQI = "الشركة العراقية للنقل تقتني حافلات جديدة هذا العام";

    static final String PORT = "Le port de Tanger bat un nouveau record de trafic";

    static final String ALGERIA = "Les élections locales en préparation dans tout le pays";

    static final String RAIL = "Amman plans a new railway to the northern border";

    private static final String SEARCH = """
            query ($query: String!, $filter: ArticleSearchFilter, $sort: ArticleSearchSort, $first: Int, $after: String) {
              searchArticles(query: $query, filter: $filter, sort: $sort, first: $first, after: $after) {
                totalCount { value relation } suggestion warnings
                pageInfo { hasNextPage endCursor }
                edges { score cursor node { id headline blocks { text } }
                  highlights { field block start end } }
              }
            }""";

    private SmallArchive() {}

    /** An archive with these six articles and nothing else. */
    static void importPages(Database database) {
        database.reset();
        database.execute("truncate search_new_words, search_term");
        page(DAM, "01 مارس 2024 10:00", "قال وزير التجهيز إن السد الجديد سيزود المدينة بالماء الصالح للشرب لسنوات.");
        page(
                IRAQ,
                "02 مارس 2024 10:00",
                "اجتمع الوزراء في العاصمة لبحث تقاسم مياه الأنهار بين البلدان المجاورة طيلة يومين.",
                "وأكد البيان الختامي أن التعاون (وبالعراق خاصة) سيتواصل في مجال المياه والري والسدود.");
        page(IRAQI, "03 مارس 2024 10:00", "تسلمت الشركة الحافلات في بغداد وستشتغل في خطوط تربط بين المدن الكبرى.");
        page(
                PORT,
                "04 mars 2024 10:00",
                "Le trafic de conteneurs a progressé de dix pour cent, selon l'autorité portuaire de la ville.");
        page(
                ALGERIA,
                "05 mars 2024 10:00",
                "Les électeurs de l'Algérie choisiront leurs élus locaux à l'automne, a annoncé le ministère.");
        page(
                RAIL,
                "06 March 2024 10:00",
                "The railways authority said that trains would run twice a day to the border by next spring.");
    }

    static String error(Map<String, ?> variables) {
        return Service.graphql(Tokens.reader(), SEARCH, variables)
                .at("/errors/0")
                .toString();
    }

    static Map<String, Object> filtered(String query, Map<String, ?> filter) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("query", query);
        variables.put("filter", filter);
        return variables;
    }

    static JsonNode search(String token, Map<String, ?> variables) {
        JsonNode answer = Service.graphql(token, SEARCH, variables);
        assertThat(answer.at("/errors").isMissingNode()).as(answer.toString()).isTrue();
        return answer.at("/data/searchArticles");
    }

    static List<String> headlines(JsonNode found) {
        List<String> headlines = new ArrayList<>();
        found.at("/edges")
                .forEach(edge -> headlines.add(edge.at("/node/headline").asText()));
        return headlines;
    }

    static void page(String headline, String date, String... paragraphs) {
        assertThat(Service.importPage(Pages.of(headline, date, paragraphs)).statusCode())
                .isBetween(200, 201);
    }
}
