package org.khabar.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.text.StorableText;

/** Whatever a source gives as a medium can be stored, or is refused with a reason. */
class ArticleMediaPropertiesTest {

    @Property
    void anyMediumIsKeptOrRefused(
            @ForAll("texts") String href,
            @ForAll("texts") String type,
            @ForAll("texts") String caption,
            @ForAll int width,
            @ForAll int height) {
        try {
            ArticleMedia.Rendition rendition = new ArticleMedia.Rendition(href, type, width, height);
            ArticleMedia media =
                    new ArticleMedia(MediaKind.VIDEO, caption, caption, null, null, null, List.of(rendition));
            assertThat(media.caption())
                    .satisfiesAnyOf(
                            text -> assertThat(text).isNull(),
                            text -> assertThat(StorableText.isStorable(text)).isTrue());
            assertThat(rendition.href()).matches("(?i)https?://.+");
            assertThat(rendition.width()).isPositive();
        } catch (RequestFailure refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> known = Arbitraries.of(
                "https://example.com/a.jpg",
                "http://مثال.إختبار/صورة.jpg",
                "javascript:alert(1)",
                "https://user@example.com/",
                "image/jpeg",
                "IMAGE/SVG+XML",
                "image/",
                "\0",
                "\ud800",
                "صورة");
        return Arbitraries.oneOf(known, Arbitraries.strings().ofMaxLength(40));
    }
}
