package org.khabar.entity.linking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Short passages of news, each with all that is to be found in it: what is not listed must not be found. */
class PassagesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A passage of the fixture.
     *
     * @param about what it is a test of
     * @param language BCP 47 language of the texts
     * @param text the headline, or the blocks, of one article
     * @param mentions {@code surface = entity TYPE} of each mention in the order of the text
     */
    record Passage(String about, String language, List<String> text, List<String> mentions) {

        @Override
        public String toString() {
            return about;
        }
    }

    @ParameterizedTest
    @MethodSource("passages")
    void hasTheseMentionsAndNoOther(Passage passage) {
        assertThat(LinkedText.link(passage.language(), passage.text()))
                .extracting(found -> "%s = %s %s".formatted(found.surface(), found.name(), found.type()))
                .isEqualTo(passage.mentions());
    }

    static Stream<Passage> passages() throws IOException {
        try (InputStream stream = PassagesTest.class.getResourceAsStream("/passages/news.jsonl")) {
            String lines = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return JSON.readerFor(Passage.class).<Passage>readValues(lines).readAll().stream();
        }
    }
}
