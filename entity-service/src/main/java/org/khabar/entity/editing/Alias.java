package org.khabar.entity.editing;

import java.util.Comparator;
import org.khabar.entity.tagging.AliasType;

/** An alias as editors know it. */
record Alias(String language, AliasType type, String text) implements Comparable<Alias> {

    private static final Comparator<Alias> ORDER =
            Comparator.comparing(Alias::language).thenComparing(Alias::type).thenComparing(Alias::text);

    @Override
    public int compareTo(Alias other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%s %s: %s".formatted(language, type, text);
    }
}
