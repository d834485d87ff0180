package org.khabar.article.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.khabar.article.text.Folding;

/** A sketch that is read off the text is the one of its runs of words: stored articles have that one. */
class TextSketchTest {

    @Property(tries = 1000)
    void aSketchOfKeysIsThatOfTheirRuns(@ForAll("texts") List<String> texts) {
        List<String> keys = texts.stream().map(Folding::key).toList();
        assertThat(TextSketch.ofKeys(keys)).isEqualTo(TextSketch.of(TextShingles.ofKeys(keys)));
    }

    @Property(tries = 1000)
    void aSketchOfMoreOrdersIsThatOfTheRunsToo(@ForAll("texts") List<String> texts) {
        List<String> keys = texts.stream().map(Folding::key).toList();
        assertThat(TextSketch.ofKeys(keys, 32)).isEqualTo(TextSketch.of(TextShingles.ofKeys(keys), 32));
    }

    @Property(tries = 1000)
    void runsAreCountedOnce(@ForAll("texts") List<String> texts, @ForAll @IntRange(min = 1, max = 12) int least) {
        List<String> keys = texts.stream().map(Folding::key).toList();
        assertThat(TextShingles.hasRuns(keys, least))
                .isEqualTo(TextShingles.ofKeys(keys).runs().size() >= least);
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> word = Arbitraries.of("قال", "وزير", "،", "2025", "…", "the", " ", "ﷺ", "a.b", "");
        return word.list()
                .ofMaxSize(12)
                .map(words -> String.join(" ", words))
                .list()
                .ofMaxSize(4);
    }
}
