package org.khabar.entity.tagging;

/** Made-up words by rank, and numbers drawn by a seed, the same in every run. */
final class Words {

    private static final String ARABIC = "ابتجحدرسعفقلمنهويكطصشخزغضثذ";
    private static final String LATIN_VOWELS = "aeiouéy";
    private static final String LATIN_CONSONANTS = "bcdfglmnprst";
    private static final int SHORTEST = 3;
    private static final int LENGTHS = 4;

    private Words() {}

    /** An Arabic word of three letters or more. */
    static String arabic(long rank) {
        StringBuilder word = new StringBuilder();
        long letters = mix(rank, 1) >>> 8;
        int more = (int) below(rank, 2, LENGTHS);
        long left = rank;
        for (int i = 0; i < SHORTEST + more || left > 0; i++) {
            word.append(ARABIC.charAt((int) ((left + letters) % ARABIC.length())));
            left /= ARABIC.length();
            letters /= 7;
        }
        return word.toString();
    }

    /** A Latin word with a capital. */
    static String latin(long rank) {
        StringBuilder word = new StringBuilder();
        long left = rank + 1_000;
        while (left > 0) {
            word.append(LATIN_CONSONANTS.charAt((int) (left % LATIN_CONSONANTS.length())));
            left /= LATIN_CONSONANTS.length();
            word.append(LATIN_VOWELS.charAt((int) (left % LATIN_VOWELS.length())));
            left /= LATIN_VOWELS.length();
        }
        word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
        return word.toString();
    }

    /** A rank below the bound, each as frequent as one over it. */
    static long zipf(long seed, int salt, long bound) {
        double uniform = (mix(seed, salt) >>> 11) * 0x1.0p-53;
        return (long) Math.exp(uniform * Math.log(bound));
    }

    /** Any number below the bound. */
    static long below(long seed, int salt, long bound) {
        return Math.unsignedMultiplyHigh(mix(seed, salt), bound);
    }

    /** SplitMix64's last steps. */
    static long mix(long seed, int salt) {
        long mixed = seed * 0x9E3779B97F4A7C15L + salt * 0xD1B54A32D192ED03L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
