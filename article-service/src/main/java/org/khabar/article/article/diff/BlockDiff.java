package org.khabar.article.article.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.khabar.article.article.TextBlock;

/**
 * What is different between the blocks of two versions of an article. Blocks that are neither in both come in pairs where
 * half of their words are the same, in order: such a block was changed. The others were removed or added.
 */
public final class BlockDiff {

    /** Some tens of milliseconds; enough for a text of 100,000 words with a hundred edits. */
    private static final long MOST_STEPS = 20_000_000;

    /** Share of the words of two blocks that both must have. */
    private static final double ALIKE = 0.5;

    /** How far ahead the block is looked for that another one was made of. */
    private static final int LOOK_AHEAD = 50;

    private final List<TextBlock> before;
    private final List<TextBlock> after;
    private final Budget budget = new Budget(MOST_STEPS);
    private final List<BlockChange> changes = new ArrayList<>();

    /** A block on its way into a pair. */
    private record Part(int position, TextBlock block, TextDiff.Words words, Set<String> different) {

        static List<Part> listOf(List<TextBlock> blocks, int from, int to) {
            List<Part> parts = new ArrayList<>();
            for (int position = from; position < to; position++) {
                TextDiff.Words words = TextDiff.Words.of(blocks.get(position).text());
                Set<String> different = new HashSet<>(words.words());
                different.removeIf(String::isBlank);
                parts.add(new Part(position, blocks.get(position), words, different));
            }
            return parts;
        }

        boolean isLike(Part other) {
            long both = different.stream().filter(other.different::contains).count();
            return both >= ALIKE * Math.max(different.size(), other.different.size());
        }
    }

    private BlockDiff(List<TextBlock> before, List<TextBlock> after) {
        this.before = before;
        this.after = after;
    }

    /** The changes in the order of the text; none when the blocks are the same. */
    public static List<BlockChange> between(List<TextBlock> before, List<TextBlock> after) {
        BlockDiff diff = new BlockDiff(before, after);
        SequenceDiff.of(before, after, diff.budget).forEach(diff::add);
        return List.copyOf(diff.changes);
    }

    private void add(SequenceDiff.Region region) {
        List<Part> removed = Part.listOf(before, region.beforeStart(), region.beforeEnd());
        int next = 0;
        for (Part added : Part.listOf(after, region.afterStart(), region.afterEnd())) {
            int like = indexOfLike(removed, next, added);
            if (like < 0) {
                changes.add(BlockChange.added(added.position(), added.block()));
            } else {
                addRemoved(removed.subList(next, like));
                addChanged(removed.get(like), added);
                next = like + 1;
            }
        }
        addRemoved(removed.subList(next, removed.size()));
    }

    private static int indexOfLike(List<Part> removed, int from, Part added) {
        for (int i = from; i < Math.min(removed.size(), from + LOOK_AHEAD); i++) {
            if (removed.get(i).isLike(added)) {
                return i;
            }
        }
        return -1;
    }

    private void addChanged(Part from, Part to) {
        changes.add(BlockChange.changed(
                from.position(),
                from.block(),
                to.position(),
                to.block(),
                TextDiff.of(from.words(), to.words(), budget)));
    }

    private void addRemoved(List<Part> parts) {
        parts.forEach(part -> changes.add(BlockChange.removed(part.position(), part.block())));
    }
}
