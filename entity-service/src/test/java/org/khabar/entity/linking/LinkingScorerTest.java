package org.khabar.entity.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.khabar.entity.catalogue.TestCatalogue;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Occurrence;

class LinkingScorerTest {

    private static final TestCatalogue CATALOGUE = TestCatalogue.curated();

    private final LinkingScorer scorer = new LinkingScorer(CATALOGUE);

    @Test
    void aPerfectAnswerScoresOne() {
        add("[مصر|egypt] ترد على [هند القاهري|-PERSON]", link(0, 3, "egypt"));

        LinkingScore all = all();
        assertThat(all.spanF1()).isEqualTo(1);
        assertThat(all.linkF1()).isEqualTo(1);
        assertThat(all.noneF1()).isEqualTo(1);
        assertThat(scorer.mistakes()).isEmpty();
    }

    @Test
    void anotherEntityAtTheRightPlaceIsASpanAndNoLink() {
        add("[مصر|egypt] ترد", link(0, 3, "jordan"));

        assertThat(all().spanF1()).isEqualTo(1);
        assertThat(all().linkF1()).isZero();
    }

    @Test
    void aStretchWithItsParticleIsNoHit() {
        add("و[مصر|egypt] ترد", link(0, 4, "egypt"));

        assertThat(all().spanPrecision()).isZero();
        assertThat(all().spanRecall()).isZero();
    }

    @Test
    void aLinkOnAnAdjectiveIsCountedAndWrong() {
        add("وزير [مصري|~egypt] في [مصر|egypt]", link(5, 9, "egypt"), link(13, 16, "egypt"));

        assertThat(all().demonyms()).isEqualTo(1);
        assertThat(all().demonymsLinked()).isEqualTo(1);
        assertThat(all().spanPrecision()).isEqualTo(0.5);
        assertThat(all().spanRecall()).isEqualTo(1);
    }

    @Test
    void noneIsScoredOverTheAnnotatedNames() {
        add("[مصر|egypt] و[هند القاهري|-PERSON] و[قطر|qatar]", link(5, 16, "jordan"), link(18, 21, "qatar"));

        assertThat(all().noneF1())
                .as("مصر was answered none, هند القاهري was not")
                .isZero();
        assertThat(all().linkF1()).isEqualTo(0.5, within(1e-9));
    }

    private LinkingScore all() {
        return java.util.Objects.requireNonNull(scorer.groups().get("all"));
    }

    private record Answer(int start, int end, String entity) {}

    private static Answer link(int start, int end, String entity) {
        return new Answer(start, end, entity);
    }

    private void add(String marked, Answer... answers) {
        MarkedText text = MarkedText.parse(0, marked);
        List<Link> links = new ArrayList<>();
        for (Answer answer : answers) {
            AliasEntry alias = new AliasEntry(
                    CATALOGUE.find(answer.entity()).orElseThrow(),
                    EntityType.PLACE,
                    AliasType.NAME,
                    "ar",
                    text.text().substring(answer.start(), answer.end()),
                    null);
            Occurrence occurrence = new Occurrence(answer.start(), answer.end(), alias.text(), 0, 1, List.of(alias));
            links.add(new Link(0, occurrence, alias.entity(), AliasType.NAME, 0.9, List.of()));
        }
        scorer.add(new GoldPassage(List.of("test"), "ar", "EG", List.of(text.text()), text.spans()), links);
    }
}
