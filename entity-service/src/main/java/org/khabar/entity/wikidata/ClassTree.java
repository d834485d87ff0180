package org.khabar.entity.wikidata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.tagging.EntityType;

/**
 * What is a kind of what. Classes get the type of the nearest root above them, by the number of steps; of two that are
 * equally near, the one that is listed first. Wikidata's classes have cycles and several parents each.
 */
final class ClassTree {

    private final int most;
    /** The parent in the upper half, the child in the lower. */
    private long[] edges = new long[1024];

    private int size;

    /** @param most how many edges it may have */
    ClassTree(int most) {
        this.most = most;
    }

    /** @throws RequestFailure when there are more edges than it may have */
    void add(int child, int parent) {
        if (size == most) {
            throw RequestFailure.limitExceeded("The dump has more than %d statements \"subclass of\".".formatted(most));
        }
        if (size == edges.length) {
            edges = Arrays.copyOf(edges, (int) Math.min(most, edges.length * 2L));
        }
        edges[size++] = (long) parent << Integer.SIZE | child;
    }

    /**
     * The types of all classes under the roots. Adding ends with it.
     *
     * @param roots what the instances of the uppermost classes are, in the order of their weight
     */
    ClassTypes types(Map<Integer, EntityType> roots) {
        Arrays.sort(edges, 0, size);
        BitSet seen = new BitSet();
        List<int[]> found = new ArrayList<>();
        roots.forEach((root, type) -> take(root, type, seen, found));
        for (int i = 0; i < found.size(); i++) {
            int[] parent = found.get(i);
            EntityType type = EntityType.values()[parent[1]];
            for (int edge = firstOf(parent[0]); edge < size && edges[edge] >> Integer.SIZE == parent[0]; edge++) {
                take((int) edges[edge], type, seen, found);
            }
        }
        found.sort((one, other) -> Integer.compare(one[0], other[0]));
        ClassTypes.Builder types = new ClassTypes.Builder();
        found.forEach(entry -> types.add(entry[0], EntityType.values()[entry[1]]));
        return types.build();
    }

    private static void take(int number, EntityType type, BitSet seen, List<int[]> found) {
        if (!seen.get(number)) {
            seen.set(number);
            found.add(new int[] {number, type.ordinal()});
        }
    }

    private int firstOf(int parent) {
        int place = Arrays.binarySearch(edges, 0, size, (long) parent << Integer.SIZE);
        return place < 0 ? -place - 1 : place;
    }
}
