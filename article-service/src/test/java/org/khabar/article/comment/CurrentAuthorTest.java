package org.khabar.article.comment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CurrentAuthorTest {

    @Test
    void nameIsShownWithoutWhatIsNoneOfOthersBusinessOrCouldMislead() {
        assertThat(CurrentAuthor.displayName("أمينة")).isEqualTo("أمينة");
        assertThat(CurrentAuthor.displayName("youssef@example.com")).isEqualTo("youssef");
        assertThat(CurrentAuthor.displayName("@home")).isEqualTo("@home");
        assertThat(CurrentAuthor.displayName("a\u202Edmin\u0007")).isEqualTo("admin");
        assertThat(CurrentAuthor.displayName("\u200F \u00A0")).isEqualTo("?");
        assertThat(CurrentAuthor.displayName("x".repeat(200))).hasSize(60);
    }
}
