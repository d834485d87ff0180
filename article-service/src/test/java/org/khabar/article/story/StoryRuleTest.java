package org.khabar.article.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.TextBlock;
import org.khabar.article.article.TextShingles;
import org.khabar.article.testing.Copies;
import org.khabar.article.testing.Copies.Copy;

/** Which texts are near-duplicates; the files of {@link Copies} are what the thresholds were chosen by. */
class StoryRuleTest {

    static Stream<String> same() {
        return Copies.names("same").stream();
    }

    static Stream<String> apart() {
        return Copies.names("apart").stream();
    }

    record Pair(Copy one, Copy other) {

        boolean isSame() {
            return StoryRule.isSame(text(one), text(other)) && StoryRule.isSame(text(other), text(one));
        }

        TextShingles.Likeness likeness() {
            return TextShingles.of(one.blocks()).likenessTo(TextShingles.of(other.blocks()));
        }
    }

    @ParameterizedTest
    @MethodSource("same")
    void lightlyEditedCopiesAreOneStory(String file) {
        for (Pair pair : pairs(file)) {
            assertThat(pair.isSame())
                    .as("%s / %s: %s", pair.one().headline(), pair.other().headline(), pair.likeness())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("apart")
    void reportsOfOneEventAndBulletinsOfOtherDaysAreNot(String file) {
        for (Pair pair : pairs(file)) {
            assertThat(pair.isSame())
                    .as("%s / %s: %s", pair.one().headline(), pair.other().headline(), pair.likeness())
                    .isFalse();
        }
    }

    /** The threshold is far from both sides, so that a text a little unlike those here falls on the right one. */
    @Test
    void independentReportsShareFarLessThanTheThreshold() {
        for (String file : List.of("apart-ar-match", "apart-ar-summit", "apart-fr-fire")) {
            for (Pair pair : pairs(file)) {
                assertThat(pair.likeness().resemblance()).isLessThan(StoryRule.RESEMBLANCE / 4);
                assertThat(pair.likeness().containment()).isLessThan(StoryRule.CONTAINMENT / 4);
            }
        }
    }

    @Test
    void bulletinsAreApartByWhatTheyStateAndNotByTheirWords() {
        for (String file : List.of("apart-ar-weather", "apart-ar-rates", "apart-fr-weather")) {
            assertThat(pairs(file)).anyMatch(pair -> pair.likeness().resemblance() >= StoryRule.RESEMBLANCE);
        }
    }

    @Test
    void oneOutletsPiecesMustBeMoreAlike() {
        Copy one = Copies.read("same-ar-strike").get(0);
        Copy other = Copies.read("same-ar-strike").get(1);
        Copy ofOneOutlet = new Copy(one.outlet(), other.headline(), other.paragraphs());
        double resemblance = new Pair(one, ofOneOutlet).likeness().resemblance();

        assertThat(new Pair(one, ofOneOutlet).isSame()).isEqualTo(resemblance >= StoryRule.SAME_OUTLET_RESEMBLANCE);
        assertThat(new Pair(one, one).isSame()).isTrue();
    }

    @Test
    void spellingAndDigitsMakeNoDifference() {
        Copy one = Copies.read("same-ar-dams").getFirst();
        List<String> paragraphs = one.paragraphs().stream()
                .map(text -> text.replace("أ", "ا")
                        .replace("ة", "ه")
                        .replace("38", "٣٨")
                        .replace("6.4", "٦٫٤"))
                .toList();
        Pair pair = new Pair(one, new Copy("le360", "عنوان آخر", paragraphs));

        assertThat(pair.likeness().resemblance()).isGreaterThan(0.95);
        assertThat(pair.isSame()).isTrue();
    }

    @Test
    void shortTextsAreToldApartFromNothing() {
        ArticleContent caption = new ArticleContent(
                UUID.randomUUID(),
                null,
                "صورة",
                "ar",
                ArticleKind.NEWS,
                null,
                null,
                Instant.EPOCH,
                true,
                List.of(new TextBlock(BlockKind.PARAGRAPH, "صورة من الأرشيف لمدينة الرباط")));

        assertThat(StorySketch.find(UUID.randomUUID(), caption)).isEmpty();
    }

    private static List<Pair> pairs(String file) {
        List<Copy> copies = Copies.read(file);
        assertThat(copies).hasSizeGreaterThan(1);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < copies.size(); i++) {
            for (int j = i + 1; j < copies.size(); j++) {
                pairs.add(new Pair(copies.get(i), copies.get(j)));
            }
        }
        return pairs;
    }

    private static StoryText text(Copy copy) {
        UUID outlet = UUID.nameUUIDFromBytes(copy.outlet().getBytes(StandardCharsets.UTF_8));
        return StoryText.of(outlet, copy.headline(), copy.blocks());
    }
}
