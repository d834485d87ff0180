package org.khabar.article.article.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.TextBlock;

/** A difference says all: the text before and the difference give the text after, and nothing in it is torn. */
class BlockDiffPropertiesTest {

    private static final List<String> WORDS = List.of(
            "الوزير",
            "عَمّان",
            "كتابٌ",
            "في",
            "قال",
            "2024",
            "😀",
            "\uD835\uDC00",
            "la",
            "Café",
            "e\u0301tat",
            "ﻻ",
            " ",
            " ",
            "،",
            ".",
            "می\u200Cروم");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(WORDS).list().ofMinSize(1).ofMaxSize(25).map(words -> String.join("", words) + "؟");
    }

    @Provide
    Arbitrary<List<TextBlock>> blocks() {
        Arbitrary<TextBlock> block = Combinators.combine(
                        Arbitraries.of(BlockKind.PARAGRAPH, BlockKind.HEADING), texts())
                .as(TextBlock::new);
        return block.list().ofMaxSize(12);
    }

    /** Two versions of one article: most blocks stay. */
    @Provide
    Arbitrary<List<List<TextBlock>>> versions() {
        return Combinators.combine(blocks(), blocks(), Arbitraries.randomValue(random -> random.nextLong()))
                .as((before, others, seed) -> List.of(before, edited(before, others, seed)));
    }

    private static List<TextBlock> edited(List<TextBlock> before, List<TextBlock> others, long seed) {
        List<TextBlock> after = new ArrayList<>(before);
        java.util.Random random = new java.util.Random(seed);
        for (TextBlock other : others.subList(0, Math.min(3, others.size()))) {
            int at = random.nextInt(after.size() + 1);
            if (at == after.size() || random.nextBoolean()) {
                after.add(at, other);
            } else if (random.nextBoolean()) {
                after.remove(at);
            } else {
                after.set(at, new TextBlock(after.get(at).kind(), after.get(at).text() + " " + other.text()));
            }
        }
        return after;
    }

    @Property
    void theTextBeforeAndItsChangesGiveTheTextAfter(@ForAll("versions") List<List<TextBlock>> versions) {
        List<TextBlock> before = versions.getFirst();
        List<BlockChange> changes = BlockDiff.between(before, versions.getLast());

        assertThat(applied(before, changes)).isEqualTo(versions.getLast());
        assertThat(changes.isEmpty()).isEqualTo(before.equals(versions.getLast()));
        changes.stream()
                .filter(change -> change.type() == BlockChangeType.CHANGED)
                .forEach(BlockDiffPropertiesTest::assertEditsAreWhole);
    }

    private static List<TextBlock> applied(List<TextBlock> before, List<BlockChange> changes) {
        List<TextBlock> kept = new ArrayList<>(before);
        TreeMap<Integer, TextBlock> placed = new TreeMap<>();
        for (BlockChange change : changes) {
            Integer from = change.beforePosition();
            if (from != null) {
                assertThat(before.get(from))
                        .isEqualTo(new TextBlock(
                                Objects.requireNonNull(change.beforeKind()), Objects.requireNonNull(change.before())));
            }
            Integer to = change.afterPosition();
            if (to != null) {
                placed.put(
                        to,
                        new TextBlock(
                                Objects.requireNonNull(change.afterKind()), Objects.requireNonNull(change.after())));
            }
        }
        changes.stream()
                .map(BlockChange::beforePosition)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted((one, other) -> other - one)
                .forEach(position -> kept.remove((int) position));
        placed.forEach(kept::add);
        return kept;
    }

    private static void assertEditsAreWhole(BlockChange change) {
        String before = Objects.requireNonNull(change.before());
        String after = Objects.requireNonNull(change.after());
        StringBuilder made = new StringBuilder();
        int done = 0;
        for (TextEdit edit : change.edits()) {
            assertThat(before.substring(edit.beforeStart(), edit.beforeEnd())).isEqualTo(edit.removed());
            assertThat(after.substring(edit.afterStart(), edit.afterEnd())).isEqualTo(edit.inserted());
            made.append(before, done, edit.beforeStart()).append(edit.inserted());
            done = edit.beforeEnd();
            assertThat(List.of(edit.beforeStart(), edit.beforeEnd()))
                    .allMatch(offset -> isBetweenLetters(before, offset));
            assertThat(List.of(edit.afterStart(), edit.afterEnd())).allMatch(offset -> isBetweenLetters(after, offset));
        }
        assertThat(made.append(before.substring(done)).toString()).isEqualTo(after);
    }

    private static boolean isBetweenLetters(String text, int offset) {
        if (offset == 0 || offset == text.length()) {
            return true;
        }
        boolean pair = Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
        return !pair && Character.getType(text.codePointAt(offset)) != Character.NON_SPACING_MARK;
    }

    /** Held against the table of all prefixes (Wagner and Fischer, 1974). */
    @Property
    void noShorterDifferenceExists(
            @ForAll("sequences") List<Integer> before, @ForAll("sequences") List<Integer> after) {
        int edits = SequenceDiff.of(before, after, new Budget(1_000_000)).stream()
                .mapToInt(region -> region.beforeEnd() - region.beforeStart() + region.afterEnd() - region.afterStart())
                .sum();

        assertThat(edits).isEqualTo(before.size() + after.size() - 2 * longestCommon(before, after));
    }

    @Provide
    Arbitrary<List<Integer>> sequences() {
        return Arbitraries.integers().between(0, 4).list().ofMaxSize(30);
    }

    private static int longestCommon(List<Integer> before, List<Integer> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = 1; i <= before.size(); i++) {
            for (int j = 1; j <= after.size(); j++) {
                common[i][j] = before.get(i - 1).equals(after.get(j - 1))
                        ? common[i - 1][j - 1] + 1
                        : Math.max(common[i - 1][j], common[i][j - 1]);
            }
        }
        return common[before.size()][after.size()];
    }
}
