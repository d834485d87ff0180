package org.khabar.article.importing.html;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.article.text.Folding;

/** Finds the text that a page states for machines where the page shows it. */
final class StatedText {

    private static final int SHORTEST = 300;

    /** A passage is known by its first words, as what is stated can be cut or joined in other places. */
    private static final int WORDS = 5;

    private static final double MOST = 0.85;
    private static final double ENOUGH = 0.6;

    private final Set<Integer> beginnings = new HashSet<>();
    private final int length;

    StatedText(String stated) {
        String key = stated.length() < SHORTEST ? "" : Folding.key(PlainText.of(stated));
        length = key.length();
        String[] words = key.split(" ");
        for (int i = 0; i + WORDS <= words.length; i++) {
            beginnings.add(beginning(words, i));
        }
    }

    /** The smallest element that shows nearly all passages of it; null when the page does not show enough of it. */
    @Nullable
    Spot find(HtmlOutline outline) {
        if (beginnings.isEmpty()) {
            return null;
        }
        List<Passage> passages = outline.passages();
        double[] known = new double[passages.size() + 1];
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < passages.size(); i++) {
            known[i + 1] = known[i]
                    + (isStated(passages.get(i), seen) ? passages.get(i).letters() : 0);
        }
        if (known[passages.size()] < length * ENOUGH) {
            return null;
        }
        Spot smallest = null;
        for (Spot spot : outline.spots()) {
            boolean most = known[spot.to] - known[spot.from] >= known[passages.size()] * MOST;
            smallest = most && spot.reason == null && !ArticleFinder.isParagraph(spot) ? spot : smallest;
        }
        return smallest;
    }

    /** The first time only: pages show their beginning in previews too. */
    private boolean isStated(Passage passage, Set<String> seen) {
        if (passage.reason() != null || passage.prose() == 0) {
            return false;
        }
        String key = Folding.key(passage.text());
        String[] words = key.split(" ", WORDS + 1);
        return words.length >= WORDS && beginnings.contains(beginning(words, 0)) && seen.add(key);
    }

    private static int beginning(String[] words, int from) {
        return Arrays.asList(words).subList(from, from + WORDS).hashCode();
    }
}
