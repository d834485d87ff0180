package org.khabar.article.importing.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khabar.article.importing.draft.UnreadablePage;

/**
 * Pages of about a mebibyte that are made to take long. Where work grows with the square of a page's lines or of a
 * line's length, one of these runs for minutes.
 */
class HostilePageTest {

    private static final String HEADLINE = "وزير الصحة يعلن عن برنامج جديد لتأهيل المستشفيات\n";
    private static final String TEXT =
            "قال وزير الصحة إن الوزارة ماضية في تنفيذ برنامج تأهيل المستشفيات العمومية بمختلف جهات المملكة.\n";

    static Stream<String> pages() {
        return Stream.of(
                HEADLINE + "Latest\n".repeat(150_000) + TEXT,
                HEADLINE + "ذات صلة\n".repeat(75_000) + TEXT,
                HEADLINE + "- a\nLatest\n".repeat(90_000) + TEXT,
                HEADLINE + "ab cd\n".repeat(170_000),
                HEADLINE + lines(6_400, "|".repeat(70) + "2025 5 %d" + "|".repeat(70)) + TEXT,
                HEADLINE + lines(25_000, "1 2 3 4 5 6 7 8 9 10 11 12 2025 %d") + TEXT,
                HEADLINE + lines(25_000, "5 mars 2025 10:00 par Jean Dupont%d") + TEXT,
                HEADLINE + lines(1_060, "Home › a" + " ".repeat(970) + "b%d") + TEXT,
                lines(32_000, "A title of words %d here | site") + TEXT);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hostilePageIsRead(String page) throws UnreadablePage {
        PageTextParser parser = new PageTextParser(new TestOutlets(), TestOutlets.MAX_LINES);

        assertThat(parser.parse(page, TestOutlets.context()).headline()).isNotBlank();
    }

    @Test
    void pageOfTooManyLinesIsRefused() {
        PageTextParser parser = new PageTextParser(new TestOutlets(), 3);

        assertThatThrownBy(() -> parser.parse(HEADLINE + "\n\n" + TEXT + TEXT + TEXT, TestOutlets.context()))
                .isInstanceOfSatisfying(UnreadablePage.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(UnreadablePage.Reason.TOO_LONG);
                    assertThat(refused.line()).contains(6);
                });
    }

    private static String lines(int count, String form) {
        StringBuilder lines = new StringBuilder();
        IntStream.range(0, count).forEach(i -> lines.append(form.formatted(i)).append('\n'));
        return lines.toString();
    }
}
