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
record TextShingles(Set<String> runs) {

    private static final int WORDS = 3;

    TextShingles {
        runs = Set.copyOf(runs);
    }

    /**
     * How alike two texts are, from 0 to 1.
     *
     * @param resemblance runs in both, of the runs in either
     * @param containment runs in both, of the runs in the one that has fewer
     */
    record Likeness(double resemblance, double containment) {}

    static TextShingles of(List<TextBlock> blocks) {
        Set<String> runs = new HashSet<>();
        for (TextBlock block : blocks) {
            addRuns(runs, Folding.key(block.text()).split(" "));
        }
        return new TextShingles(runs);
    }

    Likeness likenessTo(TextShingles other) {
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
