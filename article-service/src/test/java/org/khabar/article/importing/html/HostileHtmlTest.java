package org.khabar.article.importing.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.khabar.article.importing.draft.ArticleDraft;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;

/**
 * Pages that are made to take long, to take much memory or to break the parser. Where work grows with the square of a
 * page, one of these runs for minutes; the time allowed is for a machine that does other work too.
 */
class HostileHtmlTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final HtmlPageParser BOUNDLESS = new HtmlPageParser(new HtmlLimits(10_000_000, 400));

    private static final String ARTICLE = "<h1>وزير الصحة يعلن عن برنامج جديد</h1><p>"
            + "قال وزير الصحة إن الوزارة ماضية في تنفيذ برنامج تأهيل المستشفيات العمومية بمختلف جهات المملكة.</p>";

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of("100,000 nested elements", "<div>".repeat(100_000) + ARTICLE),
                Arguments.of("100,000 nested spans", ARTICLE + "<span>".repeat(100_000) + "x"),
                Arguments.of("100,000 bold elements never closed", ARTICLE + "<p><b>".repeat(50_000)),
                Arguments.of("nested quotes", ARTICLE + "<blockquote><p>a b.".repeat(50_000)),
                Arguments.of("giant attribute", "<p class=\"" + "related ".repeat(300_000) + "\">" + ARTICLE),
                Arguments.of("very many attributes", "<p " + attributes(100_000) + ">" + ARTICLE),
                Arguments.of("unclosed script", ARTICLE + "<script>" + "var a = '<p>';".repeat(100_000)),
                Arguments.of("unclosed comment", ARTICLE + "<!-- " + "-".repeat(1_000_000)),
                Arguments.of("flood of entities", ARTICLE + "<p>" + "&amp;&lt;&nosuch;&#1575;".repeat(100_000)),
                Arguments.of(
                        "entities in metadata",
                        "<meta property=og:title content=\"" + "&amp;amp;".repeat(200_000) + "\">" + ARTICLE),
                Arguments.of(
                        "JSON in JSON",
                        "<script type=\"application/ld+json\">" + "[".repeat(500_000) + "</script>" + ARTICLE),
                Arguments.of(
                        "JSON of many values",
                        "<script type=\"application/ld+json\">{\"@graph\":[" + "{\"@type\":\"Article\"},".repeat(60_000)
                                + "</script>" + ARTICLE),
                Arguments.of(
                        "stated body of one word",
                        "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"وزير\",\"articleBody\":\""
                                + "كلمة ".repeat(200_000) + "\"}</script>" + ARTICLE),
                Arguments.of("microdata in microdata", "<div itemprop=author>".repeat(50_000) + ARTICLE),
                Arguments.of("blanks", ARTICLE + "<p>" + " \u00a0".repeat(1_000_000)),
                Arguments.of(
                        "one line of dots",
                        ARTICLE + "<figure><img src=http://a/b><figcaption>" + "(. ".repeat(300_000)),
                Arguments.of("rows", ARTICLE + "<table>" + "<tr><td>a<td>b".repeat(40_000)),
                Arguments.of("images", ARTICLE + "<img src=http://a.example/b.jpg>".repeat(90_000)),
                Arguments.of("links", ARTICLE + "<ul>" + "<li><a href=x>خبر</a>".repeat(90_000)),
                Arguments.of("dates", ARTICLE + "<p>5 mars 2025 10:00 par Jean Dupont".repeat(90_000)),
                Arguments.of("null characters", ARTICLE + "\0".repeat(10)),
                Arguments.of("titles", "<title>" + " | a".repeat(200_000) + "</title>" + ARTICLE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readable")
    void hostilePageIsReadInTime(String name, String page) {
        ArticleDraft draft = assertTimeoutPreemptively(LIMIT, () -> BOUNDLESS.parse(page, TestPages.context()));

        assertThat(draft.headline()).isNotBlank();
        assertThat(draft.leftOut()).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void pageOfTooManyTagsIsRefusedBeforeItIsParsed() {
        refused(Reason.TOO_LONG, ARTICLE + "<p>a".repeat(HtmlLimits.DEFAULT.maxTags()));
    }

    @Test
    void whatIsNoPageIsRefused() {
        refused(Reason.EMPTY, new byte[0]);
        refused(Reason.EMPTY, " \n\t ");
        refused(Reason.NOT_HTML, "عنوان\n\nنص بلا وسوم، 1 < 2.");
        refused(Reason.BINARY, new byte[] {'P', 'K', 3, 4, 0, 0});
        refused(Reason.BINARY, ("<p>" + "\0\1\2x".repeat(1000)).getBytes(StandardCharsets.UTF_8));
        refused(Reason.NO_HEADLINE, "<p></p>");
        refused(Reason.NO_BODY, "<h1>عنوان بلا نص</h1>");
    }

    private static void refused(Reason reason, String page) {
        refused(reason, page.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(Reason reason, byte[] page) {
        assertThatThrownBy(() -> TestPages.PARSER.parse(page, null, TestPages.context()))
                .isInstanceOfSatisfying(
                        UnreadablePage.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append('a').append(i).append("=1 ");
        }
        return attributes.toString();
    }
}
