package org.khabar.entity.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.entity.catalogue.TestCatalogue;
import org.khabar.entity.tagging.EntityType;

/** The annotated passages that linking is scored by. */
class GoldPassagesTest {

    private static final Path FOLDER = Path.of("src/test/resources/passages");

    @ParameterizedTest
    @ValueSource(strings = {"development.jsonl", "held-out.jsonl"})
    void standWhereTheirTextSaysSoAndNameEntitiesOfTheCatalogue(String file) throws IOException {
        TestCatalogue catalogue = TestCatalogue.curated();
        for (GoldPassage passage : GoldPassage.read(FOLDER.resolve(file))) {
            assertThat(passage.phenomena()).isNotEmpty();
            int end = 0;
            int block = 0;
            for (GoldSpan span : passage.spans()) {
                end = span.passage() > block ? 0 : end;
                block = span.passage();
                assertThat(span.start()).as(passage.surface(span)).isGreaterThanOrEqualTo(end);
                end = span.end();
                assertThat(passage.surface(span))
                        .isEqualTo(passage.surface(span).strip());
                if (span.entity() != null) {
                    assertThat(catalogue.find(span.entity())).as(span.entity()).isPresent();
                }
            }
        }
    }

    @Test
    void coverEachPhenomenonInTheDevelopmentSet() throws IOException {
        List<GoldPassage> passages = GoldPassage.read(FOLDER.resolve("development.jsonl"));

        assertThat(passages).hasSizeGreaterThanOrEqualTo(60);
        assertThat(passages.stream().flatMap(passage -> passage.phenomena().stream()))
                .contains(
                        "demonym",
                        "proclitic",
                        "surname-after",
                        "surname-before",
                        "two-people",
                        "place-like-person",
                        "org-with-place",
                        "titles",
                        "epithet",
                        "outlet-country",
                        "homograph",
                        "not-in-catalogue",
                        "digits",
                        "latin-diacritics");
        assertThat(passages.stream().map(GoldPassage::language)).contains("ar", "fr", "en");
    }

    @Test
    void marksBecomeOffsetsInUtf16CodeUnits() {
        MarkedText text = MarkedText.parse(1, "😀 زار ال[جزائري|~algeria] [هند القاهري|-PERSON] ل[لجزائر|algeria]");

        assertThat(text.text()).isEqualTo("😀 زار الجزائري هند القاهري للجزائر");
        assertThat(text.spans())
                .containsExactly(
                        new GoldSpan(1, 9, 15, "algeria", null, true),
                        new GoldSpan(1, 16, 27, null, EntityType.PERSON, false),
                        new GoldSpan(1, 29, 35, "algeria", null, false));
    }

    @Test
    void aMarkThatCannotBeReadIsRefusedWithItsLine(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("broken.jsonl"), "\n{\"marked\":[\"[القاهرة|\"]}\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoldPassage.read(file))
                .withMessageContaining("broken.jsonl:2");
    }

    @Test
    void offsetsMayBeGivenInPlaceOfMarks(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("offsets.jsonl"),
                "{\"language\":\"ar\",\"text\":[\"في مصر\"],\"spans\":[{\"passage\":0,\"start\":3,\"end\":6,\"entity\":\"egypt\"}]}");

        GoldPassage passage = GoldPassage.read(file).getFirst();

        assertThat(passage.surface(passage.spans().getFirst())).isEqualTo("مصر");
    }
}
