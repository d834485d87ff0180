package org.khabar.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.khabar.article.article.ContentConfig;
import org.khabar.article.article.RevisionConfig;
import org.khabar.article.article.backlog.BacklogConfig;
import org.khabar.article.comment.CommentConfig;
import org.khabar.article.entities.MentionFeedConfig;
import org.khabar.article.exporting.ExportConfig;
import org.khabar.article.feed.FeedConfig;
import org.khabar.article.importing.HtmlImportConfig;
import org.khabar.article.importing.ImportConfig;
import org.khabar.article.importing.bulk.BulkConfig;
import org.khabar.article.importing.feed.FeedFormConfig;
import org.khabar.article.live.LiveConfig;
import org.khabar.article.newsroom.NewsroomConfig;
import org.khabar.article.outlet.OutletConfig;
import org.khabar.article.paging.PagingConfig;
import org.khabar.article.pulling.PullingConfig;
import org.khabar.article.related.RelatedConfig;
import org.khabar.article.search.SearchConfig;
import org.khabar.article.story.StoryConfig;
import org.khabar.article.subject.SubjectConfig;
import org.khabar.article.syndication.SyndicationConfig;

/** The defaults that the README names. */
class ConfigDefaultsTest {

    @Test
    void feed() {
        FeedConfig config = defaults(FeedConfig.class);
        assertThat(config.batchSize()).isEqualTo(100);
        assertThat(config.maxBatchBytes()).isEqualTo(8L * 1024 * 1024);
        assertThat(config.maxWait()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.pollInterval()).isEqualTo(Duration.ofMillis(200));
        assertThat(config.maxWaiting()).isEqualTo(1000);
        assertThat(config.maxScanned()).isEqualTo(10_000);
    }

    @Test
    void backlog() {
        BacklogConfig config = defaults(BacklogConfig.class);
        assertThat(config.enabled()).isTrue();
        assertThat(config.minBatch()).isEqualTo(20);
        assertThat(config.batchSize()).isEqualTo(100);
        assertThat(config.batchBytes()).isEqualTo(2 * 1024 * 1024);
        assertThat(config.pollInterval()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.workers()).isEqualTo(2);
        assertThat(config.share()).isEqualTo(25);
        assertThat(config.maxWaiting()).isEqualTo(1_000_000);
        assertThat(config.stalledAfter()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.firstRetry()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.longestRetry()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void syndication() {
        SyndicationConfig config = defaults(SyndicationConfig.class);
        assertThat(config.isPublic()).isFalse();
        assertThat(config.baseUrl()).isEmpty();
        assertThat(config.entries()).isEqualTo(50);
        assertThat(config.maxTextLength()).isEqualTo(1_000_000);
        assertThat(config.maxAge()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.maxQueryLength()).isEqualTo(500);
        assertThat(config.sitemapAge()).isEqualTo(Duration.ofHours(48));
        assertThat(config.sitemapUrls()).isEqualTo(1000);
        assertThat(config.maxSitemaps()).isEqualTo(100);
        assertThat(config.maxScanned()).isEqualTo(10_000);
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void exporting() {
        ExportConfig config = defaults(ExportConfig.class);
        assertThat(config.batchSize()).isEqualTo(100);
        assertThat(config.maxStreams()).isEqualTo(4);
        assertThat(config.stallTimeout()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void pulling() {
        PullingConfig config = defaults(PullingConfig.class);
        assertThat(config.enabled()).isTrue();
        assertThat(config.pollInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.concurrency()).isEqualTo(4);
        assertThat(config.lease()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.defaultInterval()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.minInterval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.maxInterval()).isEqualTo(Duration.ofHours(24));
        assertThat(config.jitter()).isEqualTo(0.1);
        assertThat(config.maxSources()).isEqualTo(1000);
        assertThat(config.maxItems()).isEqualTo(200);
        assertThat(config.maxBytes()).isEqualTo(8 * 1024 * 1024);
        assertThat(config.maxRedirects()).isEqualTo(5);
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.ports()).containsExactlyInAnyOrder(80, 443);
        assertThat(config.allowPrivateAddresses()).isFalse();
    }

    @Test
    void live() {
        LiveConfig config = defaults(LiveConfig.class);
        assertThat(config.maxSubscriptions()).isEqualTo(5000);
        assertThat(config.maxWaitingEvents()).isEqualTo(100);
        assertThat(config.retryInterval()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void importing() {
        ImportConfig config = defaults(ImportConfig.class);
        assertThat(config.maxBytes()).isEqualTo(1024 * 1024);
        assertThat(config.maxHeadlineLength()).isEqualTo(1000);
        assertThat(config.maxBlocks()).isEqualTo(5000);
        assertThat(config.maxLines()).isEqualTo(10_000);
    }

    @Test
    void newsroom() {
        NewsroomConfig config = defaults(NewsroomConfig.class);
        assertThat(config.maxHeadlineLength()).isEqualTo(1000);
        assertThat(config.maxSignatureLength()).isEqualTo(1000);
        assertThat(config.maxBlocks()).isEqualTo(5000);
        assertThat(config.maxTextLength()).isEqualTo(1_000_000);
        assertThat(config.maxNoteLength()).isEqualTo(2000);
        assertThat(config.maxEmbargo()).isEqualTo(Duration.ofDays(730));
        assertThat(config.embargo().enabled()).isTrue();
        assertThat(config.embargo().pollInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.embargo().batchSize()).isEqualTo(100);
    }

    @Test
    void revisions() {
        RevisionConfig config = defaults(RevisionConfig.class);
        assertThat(config.maxCompared()).isEqualTo(100);
        assertThat(config.maxCorrections()).isEqualTo(50);
    }

    @Test
    void importingInBulk() {
        BulkConfig config = defaults(BulkConfig.class);
        assertThat(config.batchSize()).isEqualTo(400);
        assertThat(config.batchBytes()).isEqualTo(8 * 1024 * 1024);
        assertThat(config.batchDelay()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.bufferBytes()).isEqualTo(16 * 1024 * 1024);
        assertThat(config.maxStreams()).isEqualTo(4);
        assertThat(config.maxExpansion()).isEqualTo(200);
        assertThat(config.maxDocumentBytes()).isEqualTo(4 * 1024 * 1024);
        assertThat(config.writeTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.keptRuns()).isEqualTo(Duration.ofDays(30));
        assertThat(config.keptFailures()).isEqualTo(1000);
        assertThat(defaults(FeedFormConfig.class).maxItems()).isEqualTo(1000);
    }

    @Test
    void importingHtml() {
        HtmlImportConfig config = defaults(HtmlImportConfig.class);
        assertThat(config.maxBytes()).isEqualTo(3 * 1024 * 1024);
        assertThat(config.maxTags()).isEqualTo(60_000);
        assertThat(config.maxDepth()).isEqualTo(400);
    }

    @Test
    void paging() {
        PagingConfig config = defaults(PagingConfig.class);
        assertThat(config.defaultSize()).isEqualTo(20);
        assertThat(config.maxSize()).isEqualTo(100);
        assertThat(config.maxBatch()).isEqualTo(2000);
    }

    @Test
    void search() {
        SearchConfig config = defaults(SearchConfig.class);
        assertThat(config.maxQueryLength()).isEqualTo(500);
        assertThat(config.maxWords()).isEqualTo(32);
        assertThat(config.maxFilterValues()).isEqualTo(100);
        assertThat(config.maxHighlights()).isEqualTo(50);
        assertThat(config.maxFacetValues()).isEqualTo(1000);
        assertThat(config.maxCounted()).isEqualTo(50_000);
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.vocabularyInterval()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void stories() {
        StoryConfig config = defaults(StoryConfig.class);
        assertThat(config.windowHours()).isEqualTo(72);
        assertThat(config.maxArticles()).isEqualTo(1000);
    }

    @Test
    void related() {
        RelatedConfig config = defaults(RelatedConfig.class);
        assertThat(config.defaultSize()).isEqualTo(5);
        assertThat(config.maxSize()).isEqualTo(20);
        assertThat(config.halfLife()).isEqualTo(Duration.ofDays(30));
        assertThat(config.maxEntities()).isEqualTo(8);
        assertThat(config.maxArticlesPerEntity()).isEqualTo(40);
        assertThat(config.maxArticles()).isEqualTo(200);
    }

    @Test
    void comments() {
        CommentConfig config = defaults(CommentConfig.class);
        assertThat(config.maxLength()).isEqualTo(4000);
        assertThat(config.maxLines()).isEqualTo(100);
        assertThat(config.maxReasonLength()).isEqualTo(500);
        assertThat(config.burst()).isEqualTo(5);
        assertThat(config.refill()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void outlets() {
        assertThat(defaults(OutletConfig.class).refreshAfter()).isEqualTo(Duration.ofMillis(500));
        assertThat(defaults(OutletConfig.class).maxEntries()).isEqualTo(100);
    }

    @Test
    void content() {
        ContentConfig config = defaults(ContentConfig.class);
        assertThat(config.maxMedia()).isEqualTo(50);
        assertThat(config.maxRenditions()).isEqualTo(20);
        assertThat(config.maxSubjects()).isEqualTo(50);
        assertThat(defaults(SubjectConfig.class).vocabulary()).isEmpty();
    }

    @Test
    void entities() {
        MentionFeedConfig config = defaults(MentionFeedConfig.class);
        assertThat(config.url()).isEqualTo(URI.create("http://localhost:8082/feed/mentions"));
        assertThat(config.enabled()).isTrue();
        assertThat(config.pollTimeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.answerTimeout()).isEqualTo(Duration.ofSeconds(15));
        assertThat(config.maxAnswerBytes()).isEqualTo(16 * 1024 * 1024);
        assertThat(config.firstBackoff()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.longestBackoff()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.standbyInterval()).isEqualTo(Duration.ofSeconds(2));
    }

    private static <T> T defaults(Class<T> mapping) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
