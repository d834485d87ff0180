package org.khabar.entity.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.text.SearchKey;

/** Where rulings stand in other versions of their article. */
class AnchorsTest {

    private static final UUID ARTICLE = new UUID(0, 1);
    private static final UUID HAMAS = new UUID(0, 2);

    @Test
    void staysWhereItsSurfaceStands() {
        Ruling ruling = ruling("قالت حماس", "حماس");

        assertThat(Anchors.find(List.of("قالت حماس"), List.of(ruling))).containsExactly(ruling);
    }

    @Test
    void goesWhereTheWordsAroundItGo() {
        Ruling ruling = ruling("وأعلن قادة حماس أمس", "حماس");

        assertThat(places(ruling, "حماس هي الحركة", "ثم أعلن قادة حماس أمس")).containsExactly("1:13 حماس");
    }

    @Test
    void goesToTheNearestPlaceWhereNoWordAroundItIsLeft() {
        Ruling ruling = ruling("قالت حماس", "حماس");

        assertThat(places(ruling, "حماس: نعم ثم حماس")).containsExactly("0:0 حماس");
        assertThat(places(ruling, "لا شيء", "نعم حماس")).containsExactly("1:4 حماس");
    }

    @Test
    void knowsTheSurfaceInOtherSpellingsAndBehindParticles() {
        Ruling ruling = ruling("دعا أحمد إلى ذلك", "أحمد");

        assertThat(places(ruling, "ودعا الناس واحمد إلى ذلك")).containsExactly("0:12 احمد");
        assertThat(places(ruling, "دعا أَحمَد إلى ذلك")).containsExactly("0:4 أَحمَد");
    }

    @Test
    void isNoPartOfAnotherWord() {
        Ruling ruling = ruling("زار فاس أمس", "فاس");

        assertThat(places(ruling, "زار فاسكو أمس", "زار منفاس أمس")).isEmpty();
    }

    @Test
    void waitsWhereItStoodWhenTheSurfaceIsGoneAndComesBack() {
        Ruling ruling = ruling("قالت حماس", "حماس");

        Ruling lost = Anchors.find(List.of("نص آخر"), List.of(ruling)).getFirst();

        assertThat(lost.standing()).isFalse();
        assertThat(lost.stretch()).isEqualTo(ruling.stretch());
        assertThat(Anchors.find(List.of("قالت حماس"), List.of(lost))).containsExactly(ruling);
    }

    @Test
    void hasAPlaceOfItsOwn() {
        Ruling first = ruling("حماس ثم حماس", "حماس");
        Ruling second =
                ruling(new RuledStretch(ARTICLE, 0, 8, "حماس", Surroundings.of("حماس ثم حماس", 8, 12), AliasType.NAME));

        List<Ruling> found = Anchors.find(List.of("حماس"), List.of(first, second));

        assertThat(found).extracting(Ruling::standing).containsExactly(true, false);
    }

    @Test
    void aRejectionStaysBesideWhatItOverlaps() {
        String text = "قال محمد علي الحسن في بكين إن الحسن قادم";
        List<Ruling> rulings = List.of(
                rejection(text, "محمد علي"),
                ruling(text, "محمد علي الحسن"),
                rejection(text, "الحسن"),
                rejection(text, "بكين"),
                ruling(text, "كين"));

        assertThat(Anchors.find(List.of(text), rulings)).isEqualTo(rulings);
    }

    @Test
    void ofTwoThatMeanSomebodyOnTheSameLettersOneHasThem() {
        String text = "قال محمد علي الحسن ذلك";
        List<Ruling> rulings = List.of(ruling(text, "محمد علي"), ruling(text, "محمد علي الحسن"));

        assertThat(Anchors.find(List.of(text), rulings))
                .extracting(Ruling::standing)
                .containsExactly(true, false);
    }

    @Provide
    Arbitrary<List<String>> paragraphs() {
        Arbitrary<String> words =
                Arbitraries.of("قال", "الوزير", "في", "مدينة", "أمس", "حماس", "وحماس", "ثم", "le", "2025", "،");
        return words.list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(list -> String.join(" ", list))
                .list()
                .ofMaxSize(5);
    }

    /** A paragraph that is kept keeps its rulings, whatever is written around it. */
    @Property
    void aParagraphThatIsKeptKeepsItsRuling(
            @ForAll("paragraphs") List<String> before, @ForAll("paragraphs") List<String> after) {
        String kept = "واجتمع أنصار المرجاني مع خصومه هنا";
        Ruling ruling = ruling(kept, "المرجاني");
        List<String> blocks = new ArrayList<>(before);
        blocks.add(kept);
        blocks.addAll(after);

        Ruling found = Anchors.find(blocks, List.of(ruling)).getFirst();

        assertThat(found.standing()).isTrue();
        assertThat(found.stretch().block()).isEqualTo(before.size());
        assertThat(found.stretch().start()).isEqualTo(kept.indexOf("المرجاني"));
    }

    /** Wherever it stands, its name stands there; two of them never on the same letters. */
    @Property
    void rulingsStandOnTheirNamesAndApart(
            @ForAll("paragraphs") List<String> version, @ForAll("paragraphs") List<String> other) {
        List<Ruling> rulings = new ArrayList<>();
        for (int block = 0; block < version.size(); block++) {
            String text = version.get(block);
            for (int at = text.indexOf("حماس"); at >= 0; at = text.indexOf("حماس", at + 1)) {
                rulings.add(ruling(new RuledStretch(
                        ARTICLE, block, at, "حماس", Surroundings.of(text, at, at + 4), AliasType.NAME)));
            }
        }

        assertThat(Anchors.find(version, rulings)).isEqualTo(rulings);
        List<Ruling> standing =
                Anchors.find(other, rulings).stream().filter(Ruling::standing).toList();
        assertThat(standing).allSatisfy(ruling -> {
            RuledStretch stretch = ruling.stretch();
            String there = other.get(stretch.block()).substring(stretch.start(), stretch.end());
            assertThat(there).isEqualTo(stretch.surface());
            assertThat(SearchKey.of(there)).isEqualTo("حماس");
        });
        assertThat(standing.stream()
                        .map(ruling -> ruling.stretch().block() + ":"
                                + ruling.stretch().start()))
                .doesNotHaveDuplicates();
    }

    private static List<String> places(Ruling ruling, String... blocks) {
        return Anchors.find(List.of(blocks), List.of(ruling)).stream()
                .filter(Ruling::standing)
                .map(Ruling::stretch)
                .map(stretch -> "%d:%d %s".formatted(stretch.block(), stretch.start(), stretch.surface()))
                .toList();
    }

    private static Ruling ruling(String text, String surface) {
        int start = text.indexOf(surface);
        return ruling(new RuledStretch(
                ARTICLE, 0, start, surface, Surroundings.of(text, start, start + surface.length()), AliasType.NAME));
    }

    private static Ruling rejection(String text, String surface) {
        Ruling ruling = ruling(text, surface);
        return new Ruling(ruling.id(), ruling.stretch(), new Verdict(null, Set.of(HAMAS)), 1, true);
    }

    private static Ruling ruling(RuledStretch stretch) {
        return new Ruling(new UUID(1, stretch.start()), stretch, new Verdict(HAMAS, Set.of()), 1, true);
    }
}
