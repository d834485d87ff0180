package org.khabar.article.importing.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.FieldOrigin;
import org.khabar.article.importing.draft.FieldProvenance;
import org.khabar.article.importing.draft.ImportWarning;
import org.khabar.article.importing.draft.UnreadablePage;

/** What pages say of themselves for machines, and what is believed of it. */
class PageFactsTest {

    private static final String TEXT = "<h1>La ville d’Oujda inaugure sa nouvelle gare routière</h1>"
            + "<p>La nouvelle gare routière d’Oujda a ouvert ses portes lundi, après trois ans de travaux et de retards.</p>"
            + "<p>Elle remplace deux anciennes stations du centre, devenues trop petites pour le trafic de la région.</p>";

    @Test
    void jsonLdIsBelievedBeforeOpenGraph() throws UnreadablePage {
        ArticleDraft draft = TestPages.parse("<meta property='article:published_time' content='2024-01-01T00:00:00Z'>"
                + ld("{'@type':'NewsArticle','headline':'Oujda a sa gare','datePublished':'2025-02-03T10:00:00+01:00'}")
                + TEXT);

        assertThat(draft.publishedAt()).isEqualTo(Instant.parse("2025-02-03T09:00:00Z"));
        assertThat(origin(draft, "publishedAt")).isEqualTo(FieldOrigin.JSON_LD);
        assertThat(draft.headline()).isEqualTo("Oujda a sa gare");
    }

    @Test
    void aHeadlineThatWasCutForMachinesIsThePages() throws UnreadablePage {
        ArticleDraft draft =
                TestPages.parse(ld("{'@type':'Article','headline':'La ville d’Oujda inaugure sa nouvelle…'}") + TEXT);

        assertThat(draft.headline()).isEqualTo("La ville d’Oujda inaugure sa nouvelle gare routière");
    }

    @Test
    void theSitesNameIsNoneOfTheHeadline() throws UnreadablePage {
        ArticleDraft draft = TestPages.parse("<title>Oujda inaugure sa gare - Le Matin</title>"
                + TEXT.replace("h1>", "p>").replace("<p>La ville", "<p>Ville"));

        assertThat(draft.headline()).isEqualTo("Oujda inaugure sa gare");
        assertThat(origin(draft, "headline")).isEqualTo(FieldOrigin.META);
    }

    @Test
    void jsonLdThatBreaksOffCountsUpToThere() throws UnreadablePage {
        ArticleDraft draft = TestPages.parse("<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                + "\"headline\":\"x\",\"author\":{\"name\":\"Nadia Bennani\"},\"publisher\":{\"name\":</script>"
                + TEXT);

        assertThat(draft.byline()).isEqualTo("Nadia Bennani");
        assertThat(draft.warnings()).extracting(ImportWarning::code).contains(ImportWarning.Code.UNREADABLE_METADATA);
    }

    @Test
    void agenciesAreCreditedAndAccountsAreNobody() throws UnreadablePage {
        ArticleDraft draft = TestPages.parse(
                ld("{'@type':'NewsArticle','headline':'x','author':[{'name':'AFP'},{'name':'admin'}]}") + TEXT);

        assertThat(draft.byline()).isNull();
        assertThat(draft.credit()).isEqualTo("AFP");
    }

    @Test
    void aTimeWithoutAZoneIsInTheOutlets() throws UnreadablePage {
        ArticleDraft draft = TestPages.parse("<meta property='og:site_name' content='هسبريس'>"
                + "<meta property='article:published_time' content='2025-02-03T10:00:00'>" + TEXT);

        assertThat(draft.outlet()).isEqualTo("hespress");
        assertThat(draft.publishedAt()).isEqualTo(Instant.parse("2025-02-03T09:00:00Z"));
    }

    @Test
    void aDateThatNoPageCanHaveIsNone() throws UnreadablePage {
        ArticleDraft draft =
                TestPages.parse(ld("{'@type':'NewsArticle','headline':'x','datePublished':'0001-01-01T00:00:00'}")
                        + "<time datetime='2025-02-03T10:00Z'>lundi</time>" + TEXT);

        assertThat(draft.publishedAt()).isEqualTo(Instant.parse("2025-02-03T10:00:00Z"));
        assertThat(origin(draft, "publishedAt")).isEqualTo(FieldOrigin.TIME_ELEMENT);
    }

    @Test
    void theDateOfAChangeAloneIsUsedWithAWarning() throws UnreadablePage {
        ArticleDraft draft =
                TestPages.parse("<meta property='article:modified_time' content='2025-02-04T10:00:00Z'>" + TEXT);

        assertThat(draft.publishedAt()).isEqualTo(Instant.parse("2025-02-04T10:00:00Z"));
        assertThat(draft.warnings()).extracting(ImportWarning::code).contains(ImportWarning.Code.UPDATE_DATE_USED);
    }

    @Test
    void theThemesLanguageIsNotTheArticles() throws UnreadablePage {
        assertThat(TestPages.parse("<html lang=en-US>" + TEXT).language()).isEqualTo("fr");
        assertThat(TestPages.parse("<html lang=fr-MA>" + TEXT).language()).isEqualTo("fr");
    }

    @Test
    void theSitesFrontPageIsNoArticlesAddress() throws UnreadablePage {
        assertThat(TestPages.parse("<link rel=canonical href='https://www.example.org/'>"
                                + "<meta property='og:url' content='https://www.example.org/a?id=7'>" + TEXT)
                        .extras()
                        .url())
                .isEqualTo("https://www.example.org/a?id=7");
        assertThat(TestPages.parse("<link rel=canonical href='javascript:alert(1)'>" + TEXT)
                        .extras()
                        .url())
                .isNull();
    }

    @Test
    void kindIsWhatThePageStates() throws UnreadablePage {
        assertThat(TestPages.parse("<meta property='article:section' content='Opinions'>" + TEXT)
                        .kind())
                .isEqualTo(ArticleKind.OPINION);
        assertThat(TestPages.parse("<meta property='article:section' content='حوارات'>" + TEXT)
                        .kind())
                .isEqualTo(ArticleKind.INTERVIEW);
        assertThat(TestPages.parse("<meta property='article:section' content='Sport'>" + TEXT)
                        .kind())
                .isEqualTo(ArticleKind.NEWS);
    }

    private static String ld(String json) {
        return "<script type='application/ld+json'>" + json.replace('\'', '"') + "</script>";
    }

    private static FieldOrigin origin(ArticleDraft draft, String field) {
        return draft.provenance().stream()
                .filter(provenance -> provenance.field().equals(field))
                .map(FieldProvenance::source)
                .findFirst()
                .orElseThrow();
    }
}
