package org.khabar.article.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is remembered of words never changes how a word is read. */
class KnownWordsTest {

    private static final KnownWords KNOWN = new KnownWords();

    /** Words of which many have one place, because their hashes are alike. */
    @Property(tries = 2000)
    void aWordIsReadAsItIsWithoutMemory(
            @ForAll("words") List<String> words, @ForAll("languages") Set<String> languages) {
        for (String word : words) {
            assertThat(KNOWN.read(word, languages, KnownWordsTest::read)).isEqualTo(read(word, languages));
        }
    }

    private static List<KnownWords.Part> read(String word, Set<String> languages) {
        return List.of(new KnownWords.Part(
                word, Set.of(word + languages.stream().sorted().toList())));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of("Aa", "BB", "AaAa", "BBBB", "AaBB", "BBAa", "سد", "السد", "", "w".repeat(40))
                .list()
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<Set<String>> languages() {
        return Arbitraries.of(Set.of("ar"), Set.of("fr"), Set.of("", "fr", "en"));
    }
}
