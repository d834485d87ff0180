package org.khabar.article.outlet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.text.StorableText;

/** Whatever an admin sends is kept in a form that can be stored, or refused with a reason. */
class OutletCheckPropertiesTest {

    private final OutletCheck check = new OutletCheck(10);

    @Property
    void anyDescriptionIsKeptOrRefused(
            @ForAll("texts") String name,
            @ForAll("texts") String language,
            @ForAll("texts") String host,
            @ForAll("texts") String url) {
        OutletInput input = new OutletInput(
                List.of(new OutletInput.NameInput(name, language)),
                null,
                "UTC",
                List.of(language),
                List.of(name),
                List.of(host),
                url,
                null,
                List.of(new OutletInput.FeedInput(url, 60)));
        try {
            OutletDescription kept = check.check(input);
            assertThat(kept.names()).allMatch(text -> StorableText.isStorable(text.text()));
            assertThat(kept.hosts()).allMatch(plain -> plain.matches("[a-z0-9.-]+\\.[a-z][a-z0-9-]*"));
            assertThat(kept.feeds()).allMatch(feed -> feed.url().matches("(?i)https?://.+"));
        } catch (RequestFailure refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> known = Arbitraries.of(
                "ar",
                "fr-MA",
                "الأمل",
                "example.com",
                "WWW.مثال.إختبار",
                "https://example.com/feed",
                "http://[::1]/",
                "https://exa mple.com",
                "https://-/",
                "xn--",
                "..",
                "a.b.",
                "\0",
                "\ud800.com",
                "https://\ud83d\ude00.com/");
        return Arbitraries.oneOf(known, Arbitraries.strings().ofMaxLength(30));
    }
}
