package org.khabar.entity.ruling;

import java.util.ArrayList;
import java.util.List;
import org.khabar.entity.text.Token;
import org.khabar.entity.text.TokenizedText;

/**
 * The words around a stretch of a block, three on each side at most, the nearest first, in the compared form.
 *
 * @param before none at the beginning of the block
 * @param after none at its end
 */
public record Surroundings(List<String> before, List<String> after) {

    /** Of a stretch whose text is not known. */
    public static final Surroundings UNKNOWN = new Surroundings(List.of(), List.of());

    private static final int MOST = 3;

    public Surroundings {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /**
     * Of a stretch in UTF-16 code units of the block's text.
     *
     * @param end exclusive
     */
    public static Surroundings of(String block, int start, int end) {
        return of(TokenizedText.of(block), start, end);
    }

    static Surroundings of(TokenizedText block, int start, int end) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (Token token : block.tokens()) {
            if (!token.word()) {
                continue;
            }
            if (block.text().originalEnd(token.to() - 1) <= start) {
                before.addFirst(token.text());
            } else if (block.text().originalStart(token.from()) >= end) {
                after.add(token.text());
            }
        }
        return new Surroundings(first(before), first(after));
    }

    private static List<String> first(List<String> words) {
        return words.subList(0, Math.min(MOST, words.size()));
    }

    /** How many words the two have in common on the same side; each counts once. */
    int inCommon(Surroundings other) {
        return inCommon(before, other.before) + inCommon(after, other.after);
    }

    private static int inCommon(List<String> some, List<String> others) {
        List<String> left = new ArrayList<>(others);
        return (int) some.stream().filter(left::remove).count();
    }
}
