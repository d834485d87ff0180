package org.khabar.entity.candidate;

import java.util.Objects;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.text.SearchKey;

/**
 * A name that stands in an article and not in the catalogue.
 *
 * @param block index of the block
 * @param start where it begins in the block's text, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param surface the block's text between the two
 * @param type what it seems to be
 * @param context some of the text around it
 * @param sure whether it is listed though no other article has it
 */
public record SeenName(int block, int start, int end, String surface, EntityType type, String context, boolean sure) {

    private static final int AROUND = 60;
    private static final int LONGEST_NAME = 200;

    public SeenName {
        Objects.requireNonNull(surface);
        Objects.requireNonNull(type);
        Objects.requireNonNull(context);
    }

    /** A name in a block, with some of the block around it. */
    public static SeenName in(String text, int block, int start, int end, EntityType type) {
        int from = boundary(text, Math.max(0, start - AROUND));
        int to = boundary(text, Math.min(text.length(), end + AROUND));
        return new SeenName(block, start, end, text.substring(start, end), type, text.substring(from, to), true);
    }

    /** The same name, which may be none unless several articles have it. */
    public SeenName unsure() {
        return new SeenName(block, start, end, surface, type, context, false);
    }

    /** No half of a character that takes two code units. */
    private static int boundary(String text, int index) {
        boolean inside = index > 0
                && index < text.length()
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
        return inside ? index - 1 : index;
    }

    /** What the same name in another spelling has, too. */
    public String key() {
        return SearchKey.of(surface);
    }

    boolean storable() {
        return surface.length() <= LONGEST_NAME && !key().isEmpty();
    }
}
