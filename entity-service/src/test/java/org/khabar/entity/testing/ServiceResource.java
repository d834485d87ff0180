package org.khabar.entity.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the service needs around it: a PostgreSQL server, a key to verify tokens with, and an article feed. */
public final class ServiceResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedPostgres postgres;
    private @Nullable FakeFeed feed;

    @Override
    public Map<String, String> start() {
        try {
            EmbeddedPostgres started = EmbeddedPostgres.builder().start();
            postgres = started;
            FakeFeed startedFeed = new FakeFeed();
            feed = startedFeed;
            return Map.ofEntries(
                    Map.entry("quarkus.datasource.jdbc.url", started.getJdbcUrl("postgres", "postgres")),
                    Map.entry("quarkus.datasource.username", "postgres"),
                    Map.entry("quarkus.datasource.password", "postgres"),
                    Map.entry("quarkus.oidc.public-key", SigningKeys.generate()),
                    Map.entry("quarkus.oidc.token.issuer", Tokens.ISSUER),
                    Map.entry("quarkus.oidc-client.auth-server-url", startedFeed.url()),
                    Map.entry("khabar.entity.feed.url", startedFeed.url() + "/feed/articles"),
                    Map.entry("khabar.wikidata.directory", dumps().toString()),
                    Map.entry("khabar.wikidata.batch-size", "7"),
                    Map.entry("khabar.wikidata.poll-interval", "50ms"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where dumps of Wikidata are put that a test imports. */
    public static Path dumps() throws IOException {
        return Files.createDirectories(Path.of("target", "wikidata-dumps").toAbsolutePath());
    }

    @Override
    public void stop() {
        FakeFeed startedFeed = feed;
        if (startedFeed != null) {
            startedFeed.close();
        }
        EmbeddedPostgres started = postgres;
        if (started == null) {
            return;
        }
        try {
            started.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
