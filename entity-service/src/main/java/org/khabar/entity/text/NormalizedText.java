package org.khabar.entity.text;

import java.util.Arrays;

/**
 * A text in its compared form, each of whose characters knows the stretch of the original that it stands for.
 *
 * <p>Offsets are UTF-16 code units of the original; ends are exclusive. A stretch never begins or ends between the two
 * halves of a surrogate pair, nor between a letter and the marks on it. Two characters made of one ligature share its
 * stretch.
 */
public final class NormalizedText {

    private final String original;
    private final String value;
    private final int[] starts;
    private final int[] ends;

    NormalizedText(String original, String value, int[] starts, int[] ends) {
        this.original = original;
        this.value = value;
        this.starts = Arrays.copyOf(starts, value.length());
        this.ends = Arrays.copyOf(ends, value.length());
    }

    /** The text as it was written. */
    public String original() {
        return original;
    }

    /** The compared form. */
    public String value() {
        return value;
    }

    /** Length of the compared form. */
    public int length() {
        return value.length();
    }

    public char charAt(int index) {
        return value.charAt(index);
    }

    /** Where the original of that character of the compared form begins. */
    public int originalStart(int index) {
        return starts[index];
    }

    /** Where the original of that character of the compared form ends, with the marks on it. */
    public int originalEnd(int index) {
        return ends[index];
    }
}
