package org.khabar.article.syndication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Who reads feeds and sitemaps, and their bounds. */
@ConfigMapping(prefix = "khabar.syndication")
public interface SyndicationConfig {

    /** Whether Atom, RSS and sitemaps are for anybody, without a token. */
    @WithName("public")
    @WithDefault("false")
    boolean isPublic();

    /** The address that clients reach {@code /syndication} under, without a slash at its end; else the request's. */
    Optional<URI> baseUrl();

    /** The most articles of one feed. */
    @WithDefault("50")
    int entries();

    /** UTF-16 code units of all texts in one feed; the entries behind them have their summaries alone. */
    @WithDefault("1000000")
    int maxTextLength();

    /** How long a feed or sitemap may be kept before it is asked for again. */
    @WithDefault("5m")
    Duration maxAge();

    /** How long an article stays in news sitemaps. The protocol says two days. */
    @WithDefault("48h")
    Duration sitemapAge();

    /** The most URLs of one sitemap; the protocol says 1000. */
    @WithDefault("1000")
    int sitemapUrls();

    /** The most sitemaps that an index lists. */
    @WithDefault("100")
    int maxSitemaps();

    /** The longest search, in UTF-16 code units. */
    @WithDefault("500")
    int maxQueryLength();

    /** How many articles that name an entity its feed looks at, the newest, when a filter narrows it further. */
    @WithDefault("10000")
    int maxScanned();

    /** How long the articles of an entity may be looked for. */
    @WithDefault("5s")
    Duration timeout();
}
