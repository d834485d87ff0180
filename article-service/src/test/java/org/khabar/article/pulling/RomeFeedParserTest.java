package org.khabar.article.pulling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.TextBlock;

class RomeFeedParserTest {

    private static final FeedParser.Context CONTEXT = new FeedParser.Context("und", 100);

    private final FeedParser parser = new RomeFeedParser();

    @Test
    void itemsOfAnArabicRssFeed() throws Exception {
        FeedParser.Items items = parser.parse(hespress(), "UTF-8", CONTEXT);
        assertThat(items.items()).hasSize(3);
        assertThat(items.leftOut()).isEqualTo(1);
        PulledItem first = items.items().getFirst();
        assertThat(first.headline()).isEqualTo("الحكومة تصادق على مشروع قانون المالية – تفاصيل");
        assertThat(first.url()).isEqualTo("https://www.hespress.com/loi-finances-1.html");
        assertThat(first.byline()).isEqualTo("هسبريس – أمال كنين");
        assertThat(first.language()).isEqualTo("ar");
        assertThat(first.publishedAt()).isEqualTo(Instant.parse("2024-03-09T18:30:00Z"));
        assertThat(first.blocks())
                .containsExactly(
                        new TextBlock(BlockKind.PARAGRAPH, "صادق مجلس الحكومة، اليوم السبت، على مشروع القانون."),
                        new TextBlock(BlockKind.HEADING, "أهم الإجراءات"),
                        new TextBlock(BlockKind.LIST_ITEM, "رفع ميزانية الصحة"),
                        new TextBlock(BlockKind.LIST_ITEM, "دعم السكن"),
                        new TextBlock(BlockKind.QUOTE, "«سنواصل الإصلاح»، يقول الناطق الرسمي."));
        assertThat(items.items().get(1).blocks())
                .containsExactly(
                        new TextBlock(BlockKind.PARAGRAPH, "تتوقع المديرية العامة للأرصاد الجوية نزول أمطار متفرقة."),
                        new TextBlock(BlockKind.PARAGRAPH, "وتتراوح الحرارة بين 10 و18 درجة."));
        assertThat(items.items().get(2).publishedAt()).isNull();
    }

    @Test
    void atomInWindows1256() throws Exception {
        String atom = """
                <?xml version="1.0"?>
                <feed xmlns="http://www.w3.org/2005/Atom"><title>م</title><id>urn:x</id>
                <updated>2024-03-09T18:30:00Z</updated>
                <entry><title>عنوان الخبر</title><id>urn:y</id><link href="https://example.org/1"/>
                <updated>2024-03-09T18:30:00Z</updated><content type="html">&lt;p&gt;نص الخبر&lt;/p&gt;</content></entry></feed>
                """;
        FeedParser.Items items = parser.parse(
                atom.getBytes(Charset.forName("windows-1256")), "windows-1256", new FeedParser.Context("ar", 100));
        assertThat(items.items().getFirst().headline()).isEqualTo("عنوان الخبر");
        assertThat(items.items().getFirst().language()).isEqualTo("ar");
    }

    @Test
    void itemsAreBounded() throws Exception {
        assertThat(parser.parse(hespress(), null, new FeedParser.Context("und", 2))
                        .items())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no feed",
                "<html><body/></html>",
                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><rss version=\"2.0\"><channel>"
                        + "<title>&a;</title></channel></rss>",
                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><rss version=\"2.0\">"
                        + "<channel><title>&b;</title></channel></rss>",
                "<rss version=\"2.0\"><channel><item>"
            })
    void whatIsNoFeedIsRefused(String text) {
        assertThatThrownBy(() -> parser.parse(text.getBytes(StandardCharsets.UTF_8), "UTF-8", CONTEXT))
                .isInstanceOf(PullFailure.class);
    }

    @Test
    void absurdNestingIsRefusedOrRead() {
        String deep = "<a>".repeat(200_000) + "</a>".repeat(200_000);
        String atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>t</title><content type=\"xhtml\">"
                + deep + "</content></entry></feed>";
        try {
            assertThat(parser.parse(atom.getBytes(StandardCharsets.UTF_8), "UTF-8", CONTEXT)
                            .leftOut())
                    .isEqualTo(1);
        } catch (PullFailure refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    private static byte[] hespress() throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/pulling/hespress.rss.xml"));
    }
}
