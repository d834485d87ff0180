package org.khabar.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.khabar.entity.budget.BudgetConfig;
import org.khabar.entity.candidate.CandidateConfig;
import org.khabar.entity.catalogue.CatalogueConfig;
import org.khabar.entity.editing.EditingConfig;
import org.khabar.entity.exchange.ExchangeConfig;
import org.khabar.entity.failure.FailureConfig;
import org.khabar.entity.graph.GraphConfig;
import org.khabar.entity.linking.LinkingPolicy;
import org.khabar.entity.mention.AnnotationConfig;
import org.khabar.entity.mention.DictionaryConfig;
import org.khabar.entity.mention.FeedConfig;
import org.khabar.entity.mention.LinkingConfig;
import org.khabar.entity.mention.LiveConfig;
import org.khabar.entity.mention.RelinkConfig;
import org.khabar.entity.mentionfeed.MentionFeedConfig;
import org.khabar.entity.paging.PagingConfig;
import org.khabar.entity.review.ReviewConfig;
import org.khabar.entity.ruling.PriorConfig;
import org.khabar.entity.wikidata.WikidataConfig;

/** What the service does when nothing is configured. */
class ConfigurationTest {

    private final SmallRyeConfig config = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(FeedConfig.class)
            .withMapping(LinkingConfig.class)
            .withMapping(AnnotationConfig.class)
            .withMapping(CatalogueConfig.class)
            .withMapping(PagingConfig.class)
            .withMapping(BudgetConfig.class)
            .withMapping(FailureConfig.class)
            .withMapping(LiveConfig.class)
            .withMapping(DictionaryConfig.class)
            .withMapping(MentionFeedConfig.class)
            .withMapping(GraphConfig.class)
            .withMapping(WikidataConfig.class)
            .withMapping(RelinkConfig.class)
            .withMapping(EditingConfig.class)
            .withMapping(ExchangeConfig.class)
            .withMapping(CandidateConfig.class)
            .withMapping(PriorConfig.class)
            .withMapping(ReviewConfig.class)
            .build();

    @Test
    void followsTheFeedOfTheLocalStack() {
        FeedConfig feed = config.getConfigMapping(FeedConfig.class);

        assertThat(feed.url()).isEqualTo(URI.create("http://localhost:8081/feed/articles"));
        assertThat(feed.enabled()).isTrue();
        assertThat(feed.pollTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(feed.answerTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(feed.batchSize()).isEqualTo(50);
        assertThat(feed.maxAnswerBytes()).isEqualTo(64L * 1024 * 1024);
        assertThat(feed.maxEventBytes()).isEqualTo(8 * 1024 * 1024);
        assertThat(feed.retryInterval()).isEqualTo(Duration.ofHours(1));
        assertThat(feed.firstBackoff()).isEqualTo(Duration.ofMillis(250));
        assertThat(feed.longestBackoff()).isEqualTo(Duration.ofSeconds(30));
        assertThat(feed.maxAttempts()).isEqualTo(5);
        assertThat(feed.standbyInterval()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void takesInANewNameWithinASecond() {
        DictionaryConfig dictionary = config.getConfigMapping(DictionaryConfig.class);

        assertThat(dictionary.pollInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(dictionary.maxEdits()).isEqualTo(10_000);
        assertThat(dictionary.quietTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(dictionary.longestDelay()).isEqualTo(Duration.ofMinutes(10));
        assertThat(dictionary.keptChanges()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void boundsWhatIsAskedOfTheWholeArchive() {
        GraphConfig graph = config.getConfigMapping(GraphConfig.class);

        assertThat(graph.maxCoMentions()).isEqualTo(500);
        assertThat(graph.maxBuckets()).isEqualTo(1000);
        assertThat(graph.maxTrending()).isEqualTo(2000);
        assertThat(graph.leastTrendingArticles()).isEqualTo(3);
        assertThat(config.getConfigMapping(LinkingConfig.class).maxPaired()).isEqualTo(20);
    }

    @Test
    void importsNoDumpsUnlessToldWhereTheyAre() {
        WikidataConfig wikidata = config.getConfigMapping(WikidataConfig.class);

        assertThat(wikidata.directory()).isEmpty();
        assertThat(wikidata.languages()).containsExactly("ar", "fr", "en");
        assertThat(wikidata.classes()).isEqualTo("wikidata/classes.txt");
        assertThat(wikidata.batchSize()).isEqualTo(500);
        assertThat(wikidata.maxLineBytes()).isEqualTo(32 * 1024 * 1024);
        assertThat(wikidata.maxTextLength()).isEqualTo(250);
        assertThat(wikidata.maxAliases()).isEqualTo(100);
        assertThat(wikidata.maxRelations()).isEqualTo(100);
        assertThat(wikidata.maxSubclasses()).isEqualTo(20_000_000);
        assertThat(wikidata.lease()).isEqualTo(Duration.ofMinutes(1));
        assertThat(wikidata.pollInterval()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void linksArticlesAgainInTheBackground() {
        RelinkConfig relink = config.getConfigMapping(RelinkConfig.class);

        assertThat(relink.enabled()).isTrue();
        assertThat(relink.pollInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(relink.batchSize()).isEqualTo(20);
        assertThat(relink.lease()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void boundsWhatEditorsWrite() {
        EditingConfig editing = config.getConfigMapping(EditingConfig.class);

        assertThat(editing.maxNameLength()).isEqualTo(300);
        assertThat(editing.maxDescriptionLength()).isEqualTo(1000);
        assertThat(editing.maxNoteLength()).isEqualTo(2000);
        assertThat(editing.maxAliases()).isEqualTo(500);
        assertThat(editing.maxDetails()).isEqualTo(200);
        assertThat(editing.maxSplitMentions()).isEqualTo(500);
    }

    @Test
    void boundsExportsAndImportsOfTheCatalogue() {
        ExchangeConfig exchange = config.getConfigMapping(ExchangeConfig.class);

        assertThat(exchange.exportBatchSize()).isEqualTo(200);
        assertThat(exchange.maxExports()).isEqualTo(4);
        assertThat(exchange.maxImports()).isEqualTo(2);
        assertThat(exchange.stallTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(exchange.importBatchSize()).isEqualTo(100);
        assertThat(exchange.importBatchDelay()).isEqualTo(Duration.ofMillis(500));
        assertThat(exchange.importBufferBytes()).isEqualTo(4 * 1024 * 1024);
        assertThat(exchange.maxLineBytes()).isEqualTo(1024 * 1024);
        assertThat(exchange.maxDepth()).isEqualTo(10);
        assertThat(exchange.maxAliases()).isEqualTo(5000);
        assertThat(exchange.maxDetails()).isEqualTo(1000);
        assertThat(exchange.maxExpansion()).isEqualTo(200);
        assertThat(exchange.maxRelinkedNames()).isEqualTo(20_000);
    }

    @Test
    void boundsSubscriptions() {
        LiveConfig live = config.getConfigMapping(LiveConfig.class);

        assertThat(live.maxSubscriptions()).isEqualTo(5000);
        assertThat(live.maxWaitingEvents()).isEqualTo(100);
        assertThat(live.pollInterval()).isEqualTo(Duration.ofMillis(200));
        assertThat(live.batchSize()).isEqualTo(500);
        assertThat(live.keptEvents()).isEqualTo(100_000);
    }

    @Test
    void boundsTheMentionFeed() {
        MentionFeedConfig feed = config.getConfigMapping(MentionFeedConfig.class);

        assertThat(feed.batchSize()).isEqualTo(500);
        assertThat(feed.maxBatchEntities()).isEqualTo(5000);
        assertThat(feed.maxWait()).isEqualTo(Duration.ofSeconds(60));
        assertThat(feed.pollInterval()).isEqualTo(Duration.ofMillis(200));
        assertThat(feed.maxWaiting()).isEqualTo(1000);
    }

    @Test
    void linksWithTheseConfidences() {
        LinkingConfig linking = config.getConfigMapping(LinkingConfig.class);

        assertThat(linking.policy()).isEqualTo(new LinkingPolicy(0.95, 0.9, 0.9, 0.8, 0.85, 0.75, 0.5));
        assertThat(linking.titles()).isEqualTo("linking/titles.txt");
        assertThat(linking.personNames()).isEqualTo("linking/person-names.txt");
        assertThat(linking.homographs()).isEqualTo("linking/homographs.txt");
    }

    @Test
    void boundsNamesThatTheCatalogueLacks() {
        CandidateConfig candidates = config.getConfigMapping(CandidateConfig.class);

        assertThat(candidates.maxPerArticle()).isEqualTo(50);
        assertThat(candidates.maxContexts()).isEqualTo(3);
        assertThat(candidates.repeated()).isEqualTo(3);
    }

    @Test
    void letsNobodyMoveANameByAClick() {
        PriorConfig prior = config.getConfigMapping(PriorConfig.class);
        ReviewConfig review = config.getConfigMapping(ReviewConfig.class);

        assertThat(prior.maxPerEditor()).isEqualTo(3);
        assertThat(prior.leastDecisions()).isEqualTo(3);
        assertThat(prior.smoothing()).isEqualTo(2);
        assertThat(prior.maxWeight()).isEqualTo(2.5);
        assertThat(review.sure()).isEqualTo(0.9);
        assertThat(review.candidateValue()).isEqualTo(0.5);
    }

    @Test
    void boundsWhatClientsSend() {
        assertThat(config.getConfigMapping(AnnotationConfig.class).maxLength()).isEqualTo(50_000);
        assertThat(config.getConfigMapping(CatalogueConfig.class).maxSearchLength())
                .isEqualTo(200);
        assertThat(config.getConfigMapping(CatalogueConfig.class).maxSuggestions())
                .isEqualTo(50);
        assertThat(config.getConfigMapping(PagingConfig.class).defaultSize()).isEqualTo(20);
        assertThat(config.getConfigMapping(PagingConfig.class).maxSize()).isEqualTo(100);
        assertThat(config.getConfigMapping(BudgetConfig.class).maxItems()).isEqualTo(20_000);
        assertThat(config.getConfigMapping(FailureConfig.class).max()).isEqualTo(100);
    }

    @Test
    void readsEveryCuratedFileAndFallsBackAlongArabicEnglishFrench() {
        CatalogueConfig catalogue = config.getConfigMapping(CatalogueConfig.class);

        assertThat(catalogue.files())
                .containsExactly(
                        "catalogue/people.jsonl",
                        "catalogue/organizations.jsonl",
                        "catalogue/territories.jsonl",
                        "catalogue/places.jsonl",
                        "catalogue/events-and-works.jsonl");
        assertThat(catalogue.commonWords()).isEqualTo("catalogue/common-words.txt");
        assertThat(catalogue.languages()).containsExactly("ar", "en", "fr");
    }
}
