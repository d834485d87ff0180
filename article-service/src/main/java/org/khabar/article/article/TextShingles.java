package org.khabar.article.article;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.khabar.article.text.Folding;

/**
 * The runs of three words in a text, by which two texts are compared (Broder, "On the resemblance and containment of
 * documents", 1997).
 */
public record TextShingles(Set<String> runs) {

    private static final int WORDS = 3;

    public TextShingles {
        runs = Set.copyOf(runs);
    }

    /**
     * How alike two texts are, from 0 to 1.
     *
     * @param resemblance runs in both, of the runs in either
     * @param containment runs in both, of the runs in the one that has fewer
     */
    public record Likeness(double resemblance, double containment) {}

    /** The runs of each block; none goes from one block into the next. */
    public static TextShingles of(List<TextBlock> blocks) {
        return ofKeys(blocks.stream().map(block -> Folding.key(block.text())).toList());
    }

    /** @param keys the folded text of each block */
    static TextShingles ofKeys(List<String> keys) {
        Set<String> runs = new HashSet<>();
        keys.forEach(key -> addRuns(runs, key.split(" ")));
        return new TextShingles(runs);
    }

    /** Whether a text, as the folded text of each block, has so many different runs; looks no further than it must. */
    public static boolean hasRuns(List<String> keys, int least) {
        Set<String> runs = new HashSet<>();
        for (String key : keys) {
            addRuns(runs, key.split(" "));
            if (runs.size() >= least) {
                return true;
            }
        }
        return false;
    }

    public Likeness likenessTo(TextShingles other) {
        long both = runs.stream().filter(other.runs::contains).count();
        int either = runs.size() + other.runs.size() - (int) both;
        int fewer = Math.min(runs.size(), other.runs.size());
        return new Likeness(either == 0 ? 0 : (double) both / either, fewer == 0 ? 0 : (double) both / fewer);
    }

    private static void addRuns(Set<String> runs, String[] words) {
        if (words.length < WORDS) {
            runs.add(String.join(" ", words));
            return;
        }
        for (int start = 0; start + WORDS <= words.length; start++) {
            runs.add(String.join(" ", Arrays.asList(words).subList(start, start + WORDS)));
        }
    }
}
