package org.khabar.article.pulling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedAddressTest {

    private static final FeedAddress.Rules RULES = new FeedAddress.Rules(Set.of(80, 443), false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://www.hespress.com/feed | https://www.hespress.com/feed | www.hespress.com | 443",
                "HTTP://WWW.Hespress.COM:80/Feed?a=b#top | http://www.hespress.com:80/Feed?a=b | www.hespress.com | 80",
                "http://hespress.com. | http://hespress.com | hespress.com | 80",
                "https://موقع.com/أخبار | https://xn--4gbrim.com/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1 | xn--4gbrim.com | 443",
                "http://example.org:443/ | http://example.org:443/ | example.org | 443"
            })
    void addressesOfFeeds(String given, String uri, String host, int port) throws PullFailure {
        FeedAddress address = FeedAddress.of(given, RULES);
        assertThat(address.uri().toString()).isEqualTo(uri);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
    }

    /** Loopback and private addresses in the forms that one resolver or another takes, and all that is no web address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.0.0.1./",
                "http://127.0.0.0x1/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:7f00:1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[fe80::1%25eth0]/",
                "http://１２７.０.０.１/",
                "http://①②⑦.⓪.⓪.①/",
                "http://127。0。0。1/",
                "http://localhost/",
                "http://LOCALHOST/",
                "http://localhost./",
                "http://postgres/",
                "http://0/",
                "http://8.8.8.8/",
                "http:///feed",
                "http:feed",
                "feed",
                "/feed",
                "",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "jar:http://example.org!/",
                "javascript:1",
                "http://user@example.org/",
                "http://user:pw@example.org/",
                "http://example.org:8080/",
                "http://example.org:0/",
                "http://example.org:5432/",
                "http://example.org:99999/",
                "http://example.org@127.0.0.1/",
                "http://127.0.0.1#@example.org/",
                "http://example.org\\@127.0.0.1/",
                "http://exa mple.org/",
                "http://example.org/\r\nHost: x",
                "http://-example.org/",
                "http://example..org/",
                "http://a_b.example.123/",
                "http://xn--/"
            })
    void addressesOfNoFeed(String given) {
        assertThatThrownBy(() -> FeedAddress.of(given, RULES)).isInstanceOf(PullFailure.class);
    }

    @Property
    void numbersAreNoHosts(@ForAll int address) {
        for (String host : new String[] {
            Integer.toUnsignedString(address),
            "0x" + Integer.toHexString(address),
            "0" + Integer.toOctalString(address),
            (address >>> 24) + "." + (address & 0xffffff),
            (address >>> 24) + "." + (address >>> 16 & 255) + "." + (address & 0xffff),
            "0x" + Integer.toHexString(address >>> 24) + ".0" + Integer.toOctalString(address >>> 16 & 255) + "."
                    + (address >>> 8 & 255) + "." + (address & 255)
        }) {
            assertThatThrownBy(() -> FeedAddress.of("http://" + host + "/feed", RULES))
                    .isInstanceOf(PullFailure.class);
        }
    }

    @Property
    void anyTextIsAnAddressOrRefused(@ForAll String text) {
        try {
            FeedAddress address = FeedAddress.of("http://" + text, RULES);
            assertThat(address.uri().toString()).isASCII().doesNotContain(" ", "\r", "\n");
            assertThat(address.host()).contains(".").matches("[a-z0-9.-]+");
        } catch (PullFailure refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, /b, https://example.org/b",
        "https://example.org/a, https://www.example.org/, https://www.example.org/",
        "http://example.org/a, https://example.org/a, https://example.org/a"
    })
    void redirects(String from, String location, String to) throws PullFailure {
        FeedAddress next = FeedFetcher.redirected(FeedAddress.of(from, RULES), location, RULES);
        assertThat(next.uri().toString()).isEqualTo(to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "//127.0.0.1/",
                "http://169.254.169.254/latest/meta-data/",
                "ftp://example.org/",
                "https://example.org:8443/",
                "https://user@example.org/",
                "http://[::1]/",
                "https:// /",
                "%"
            })
    void redirectsThatLeadAstray(String location) throws PullFailure {
        FeedAddress from = FeedAddress.of("https://example.org/feed", RULES);
        assertThatThrownBy(() -> FeedFetcher.redirected(from, location, RULES)).isInstanceOf(PullFailure.class);
    }
}
