package org.khabar.article.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Feeds for anybody, small bounds of what goes out, and feeds that are pulled from this machine. */
public final class OutsideProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("khabar.syndication.public", "true"),
                Map.entry("khabar.syndication.base-url", "https://archive.example.org/khabar/"),
                Map.entry("khabar.syndication.entries", "3"),
                Map.entry("khabar.syndication.max-text-length", "100"),
                Map.entry("khabar.syndication.sitemap-urls", "2"),
                Map.entry("khabar.syndication.max-sitemaps", "2"),
                Map.entry("khabar.syndication.max-query-length", "10"),
                Map.entry("khabar.exporting.max-streams", "1"),
                Map.entry("khabar.exporting.stall-timeout", "2s"),
                Map.entry("khabar.pulling.allow-private-addresses", "true"),
                Map.entry("khabar.pulling.max-sources", "4"),
                Map.entry("khabar.pulling.max-items", "3"));
    }
}
