package org.khabar.entity.editing;

import java.util.Comparator;

/** What another register calls an entity. */
public record ExternalId(String scheme, String value) implements Comparable<ExternalId> {

    private static final Comparator<ExternalId> ORDER =
            Comparator.comparing(ExternalId::scheme).thenComparing(ExternalId::value);

    @Override
    public int compareTo(ExternalId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return scheme + ": " + value;
    }
}
