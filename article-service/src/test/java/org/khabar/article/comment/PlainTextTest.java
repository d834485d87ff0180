package org.khabar.article.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "تعليق بسيط",
                "سطر أول\nسطر ثان\r\n\tسطر ثالث",
                "<b>ليس</b> وسما & لا كيانا &lt;",
                "\u200Fنص من اليمين (RTL) \u2067معزول\u2069",
                "👍🏽 رأي",
            })
    void textIsKeptAsItIs(String text) {
        assertThat(checked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "a\\u0000b, U+0000 at index 1",
        "abc\\u0007, U+0007 at index 3",
        "\\u202Eabc, U+202E at index 0",
        "a\\u009Bb, U+009B at index 1",
        "x\\uD800, half of a character at index 1",
        "\\u200F\\u00A0, empty",
    })
    void whatIsWrongIsNamed(String escaped, String says) {
        String text = unescaped(escaped);
        assertThatThrownBy(() -> checked(text))
                .isInstanceOfSatisfying(
                        RequestFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BAD_USER_INPUT))
                .hasMessageContaining(says);
    }

    @Test
    void lengthAndLinesHaveLimits() {
        assertThat(checked("ا".repeat(50))).hasSize(50);
        refused("ا".repeat(51), "The comment has 51 characters; the limit is 50.");
        assertThat(checked("a\n".repeat(4) + "a")).hasLineCount(5);
        refused("a\n".repeat(5) + "a", "The comment has 6 lines; the limit is 5.");
    }

    @Property
    void neverAnythingButTheTextOrARefusal(@ForAll String text) {
        try {
            assertThat(text).contains(checked(text));
        } catch (RequestFailure refused) {
            assertThat(refused.getMessage()).startsWith("The comment ");
        }
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> checked(text))
                .isInstanceOfSatisfying(
                        RequestFailure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED))
                .hasMessage(message);
    }

    private static String checked(String text) {
        return PlainText.checked("comment", text, 50, 5);
    }

    /** Parameters that are no text for a test report are written as escapes. */
    private static String unescaped(String escaped) {
        StringBuilder text = new StringBuilder();
        String[] parts = escaped.split("\\\\u");
        text.append(parts[0]);
        Arrays.stream(parts)
                .skip(1)
                .forEach(part -> text.append((char) Integer.parseInt(part.substring(0, 4), 16))
                        .append(part.substring(4)));
        return text.toString();
    }
}
