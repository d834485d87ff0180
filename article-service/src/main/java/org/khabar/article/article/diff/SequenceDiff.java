package org.khabar.article.article.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fewest removals and insertions that make one sequence of another (Myers, "An O(ND) Difference Algorithm and Its
 * Variations", 1986, the greedy algorithm). When there are more than the budget allows to look for, all between what
 * begins and what ends alike counts as replaced.
 */
final class SequenceDiff {

    private final int[] before;
    private final int[] after;
    private final int start;
    private final int beforeEnd;
    private final int afterEnd;

    /** Elements of the one that stand for elements of the other, either of which may be none; ends are exclusive. */
    record Region(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {}

    private SequenceDiff(int[] before, int[] after) {
        this.before = before;
        this.after = after;
        int shorter = Math.min(before.length, after.length);
        int alike = Arrays.mismatch(before, after);
        start = alike < 0 ? shorter : alike;
        int tail = 0;
        while (tail < shorter - start && before[before.length - 1 - tail] == after[after.length - 1 - tail]) {
            tail++;
        }
        beforeEnd = before.length - tail;
        afterEnd = after.length - tail;
    }

    /** The regions that differ, in order; none for equal lists. */
    static <T> List<Region> of(List<T> before, List<T> after, Budget budget) {
        Map<T, Integer> numbers = new HashMap<>();
        return new SequenceDiff(numbered(before, numbers), numbered(after, numbers)).regions(budget);
    }

    private static <T> int[] numbered(List<T> elements, Map<T, Integer> numbers) {
        return elements.stream()
                .mapToInt(element -> numbers.computeIfAbsent(element, added -> numbers.size()))
                .toArray();
    }

    private List<Region> regions(Budget budget) {
        int length = beforeEnd - start + afterEnd - start;
        if (length == 0) {
            return List.of();
        }
        boolean oneSided = start == beforeEnd || start == afterEnd;
        return oneSided ? List.of(whole()) : search(length, budget);
    }

    private Region whole() {
        return new Region(start, beforeEnd, start, afterEnd);
    }

    /** Reaches as far as possible with ever more edits; {@code reached[k]} is the furthest x on the diagonal x - y = k. */
    private List<Region> search(int length, Budget budget) {
        int most = Math.min(length, budget.edits(length));
        int[] reached = new int[2 * most + 3];
        int zero = most + 1;
        List<int[]> rounds = new ArrayList<>();
        for (int edits = 0; edits <= most; edits++) {
            rounds.add(Arrays.copyOfRange(reached, zero - edits - 1, zero + edits + 2));
            for (int k = -edits; k <= edits; k += 2) {
                int x = follow(
                        k, comesDown(reached, zero, k, edits) ? reached[zero + k + 1] : reached[zero + k - 1] + 1);
                reached[zero + k] = x;
                if (x >= beforeEnd - start && x - k >= afterEnd - start) {
                    budget.spend((long) length * (edits + 1));
                    return retraced(rounds);
                }
            }
        }
        budget.spend((long) length * (most + 1));
        return List.of(whole());
    }

    private static boolean comesDown(int[] reached, int zero, int k, int edits) {
        return k == -edits || (k != edits && reached[zero + k - 1] < reached[zero + k + 1]);
    }

    private int follow(int k, int from) {
        int x = from;
        while (start + x < beforeEnd && start + x - k < afterEnd && before[start + x] == after[start + x - k]) {
            x++;
        }
        return x;
    }

    /** Goes the way back: which elements were removed and inserted on it. */
    private List<Region> retraced(List<int[]> rounds) {
        boolean[] removed = new boolean[beforeEnd - start];
        boolean[] inserted = new boolean[afterEnd - start];
        int x = removed.length;
        int y = inserted.length;
        for (int edits = rounds.size() - 1; edits > 0; edits--) {
            int[] reached = rounds.get(edits);
            int zero = edits + 1;
            int k = x - y;
            boolean down = comesDown(reached, zero, k, edits);
            x = down ? reached[zero + k + 1] : reached[zero + k - 1];
            y = x - (down ? k + 1 : k - 1);
            if (down) {
                inserted[y] = true;
            } else {
                removed[x] = true;
            }
        }
        return joined(removed, inserted);
    }

    private List<Region> joined(boolean[] removed, boolean[] inserted) {
        List<Region> regions = new ArrayList<>();
        int x = 0;
        int y = 0;
        while (x < removed.length || y < inserted.length) {
            int fromX = x;
            int fromY = y;
            while (x < removed.length && removed[x]) {
                x++;
            }
            while (y < inserted.length && inserted[y]) {
                y++;
            }
            if (x > fromX || y > fromY) {
                regions.add(new Region(start + fromX, start + x, start + fromY, start + y));
            } else {
                x++;
                y++;
            }
        }
        return regions;
    }
}
