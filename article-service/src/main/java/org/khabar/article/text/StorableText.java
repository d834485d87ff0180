package org.khabar.article.text;

/** What PostgreSQL can keep as text: any Unicode text but the character U+0000, and no half of a surrogate pair. */
public final class StorableText {

    private StorableText() {}

    public static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && indexOfLoneSurrogate(text) < 0;
    }

    /** The index of the first surrogate that lacks its other half, -1 when there is none. */
    public static int indexOfLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
            if (!pair && Character.isSurrogate(text.charAt(i))) {
                return i;
            }
            i += pair ? 1 : 0;
        }
        return -1;
    }
}
