package org.khabar.entity.wikidata;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.tagging.EntityType;

/**
 * What is a kind of what. Classes get the type of the nearest root above them, by the number of steps; of two that are
 * equally near, the one that is listed first. Wikidata's classes have cycles and several parents each.
 */
final class ClassTree {

    private static final byte UNKNOWN = -1;

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
        int[] classes = classes(roots);
        byte[] types = new byte[classes.length];
        Arrays.fill(types, UNKNOWN);
        int[] found = new int[classes.length];
        int end = 0;
        for (Map.Entry<Integer, EntityType> root : roots.entrySet()) {
            end = take(place(classes, root.getKey()), (byte) root.getValue().ordinal(), types, found, end);
        }
        for (int next = 0; next < end; next++) {
            int parent = classes[found[next]];
            for (int edge = firstOf(parent); edge < size && edges[edge] >> Integer.SIZE == parent; edge++) {
                end = take(place(classes, (int) edges[edge]), types[found[next]], types, found, end);
            }
        }
        ClassTypes.Builder builder = new ClassTypes.Builder();
        for (int place = 0; place < classes.length; place++) {
            if (types[place] != UNKNOWN) {
                builder.add(classes[place], EntityType.values()[types[place]]);
            }
        }
        return builder.build();
    }

    /** All that may get a type, sorted. */
    private int[] classes(Map<Integer, EntityType> roots) {
        return IntStream.concat(
                        IntStream.range(0, size).map(edge -> (int) edges[edge]),
                        roots.keySet().stream().mapToInt(Integer::intValue))
                .sorted()
                .distinct()
                .toArray();
    }

    private static int place(int[] classes, int number) {
        return Arrays.binarySearch(classes, number);
    }

    private static int take(int place, byte type, byte[] types, int[] found, int end) {
        if (types[place] != UNKNOWN) {
            return end;
        }
        types[place] = type;
        found[end] = place;
        return end + 1;
    }

    private int firstOf(int parent) {
        int place = Arrays.binarySearch(edges, 0, size, (long) parent << Integer.SIZE);
        return place < 0 ? -place - 1 : place;
    }
}
