package org.khabar.entity.wikidata;

import java.util.Arrays;
import java.util.Optional;
import org.khabar.entity.tagging.EntityType;

/** Which class of Wikidata makes its instances what; two arrays, sorted by class, for there are a million of them. */
final class ClassTypes {

    private static final EntityType[] TYPES = EntityType.values();

    private final int[] classes;
    private final byte[] types;

    private ClassTypes(int[] classes, byte[] types) {
        this.classes = classes;
        this.types = types;
    }

    /** Takes classes in the order of their numbers. */
    static final class Builder {
        private int[] classes = new int[1024];
        private byte[] types = new byte[1024];
        private int size;

        void add(int number, EntityType type) {
            if (size > 0 && classes[size - 1] >= number) {
                throw new IllegalArgumentException("class %d after %d".formatted(number, classes[size - 1]));
            }
            if (size == classes.length) {
                classes = Arrays.copyOf(classes, size * 2);
                types = Arrays.copyOf(types, size * 2);
            }
            classes[size] = number;
            types[size++] = (byte) type.ordinal();
        }

        ClassTypes build() {
            return new ClassTypes(Arrays.copyOf(classes, size), Arrays.copyOf(types, size));
        }
    }

    /** What instances of a class are; empty when it is not known, or none of ours. */
    Optional<EntityType> find(int number) {
        int place = Arrays.binarySearch(classes, number);
        return place < 0 ? Optional.empty() : Optional.of(TYPES[types[place]]);
    }

    int size() {
        return classes.length;
    }

    int number(int place) {
        return classes[place];
    }

    EntityType type(int place) {
        return TYPES[types[place]];
    }
}
