package org.khabar.entity.ruling;

import java.util.Objects;
import java.util.UUID;
import org.khabar.entity.tagging.AliasType;

/**
 * A stretch of an article that an editor decides about.
 *
 * @param block index of the block
 * @param start where it begins in the block's text, in UTF-16 code units
 * @param surface the block's text there
 * @param around the words around it
 * @param aliasType what kind of name it was taken for
 */
public record RuledStretch(
        UUID article, int block, int start, String surface, Surroundings around, AliasType aliasType) {

    public RuledStretch {
        Objects.requireNonNull(article);
        Objects.requireNonNull(around);
        Objects.requireNonNull(aliasType);
        if (block < 0 || start < 0 || surface.isEmpty()) {
            throw new IllegalArgumentException("a stretch \"%s\" in block %d at %d".formatted(surface, block, start));
        }
    }

    /** Where it ends, exclusive. */
    public int end() {
        return start + surface.length();
    }

    RuledStretch at(int otherBlock, int otherStart, String otherSurface, Surroundings otherAround) {
        return new RuledStretch(article, otherBlock, otherStart, otherSurface, otherAround, aliasType);
    }

    boolean overlaps(int otherBlock, int otherStart, int otherEnd) {
        return block == otherBlock && start < otherEnd && otherStart < end();
    }
}
