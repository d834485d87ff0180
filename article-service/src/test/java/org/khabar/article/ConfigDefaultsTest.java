package org.khabar.article;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.khabar.article.feed.FeedConfig;
import org.khabar.article.importing.ImportConfig;
import org.khabar.article.live.LiveConfig;
import org.khabar.article.outlet.OutletConfig;
import org.khabar.article.paging.PagingConfig;

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
    void paging() {
        PagingConfig config = defaults(PagingConfig.class);
        assertThat(config.defaultSize()).isEqualTo(20);
        assertThat(config.maxSize()).isEqualTo(100);
        assertThat(config.maxBatch()).isEqualTo(2000);
    }

    @Test
    void outlets() {
        assertThat(defaults(OutletConfig.class).refreshAfter()).isEqualTo(Duration.ofSeconds(60));
    }

    private static <T> T defaults(Class<T> mapping) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(mapping)
                .build()
                .getConfigMapping(mapping);
    }
}
