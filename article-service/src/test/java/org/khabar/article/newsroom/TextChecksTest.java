package org.khabar.article.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextChecksTest {

    @Test
    void halfACharacterIsNamedWithItsPlace() {
        assertThatThrownBy(() -> TextChecks.storable("headline", "خبر \uD83D!"))
                .hasMessage("headline has half of a character at 4.");
        assertThat(TextChecks.storable("headline", "خبر 😀")).isEqualTo("خبر 😀");
    }

    @Test
    void aBlankNoteIsNone() {
        assertThat(TextChecks.optional("note", " \n", 10)).isNull();
        assertThat(TextChecks.optional("note", null, 10)).isNull();
    }
}
