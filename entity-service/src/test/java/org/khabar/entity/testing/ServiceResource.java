package org.khabar.entity.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
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
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    started.getJdbcUrl("postgres", "postgres"),
                    "quarkus.datasource.username",
                    "postgres",
                    "quarkus.datasource.password",
                    "postgres",
                    "quarkus.oidc.public-key",
                    SigningKeys.generate(),
                    "quarkus.oidc.token.issuer",
                    Tokens.ISSUER,
                    "quarkus.oidc-client.auth-server-url",
                    startedFeed.url(),
                    "khabar.entity.feed.url",
                    startedFeed.url() + "/feed/articles");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
