package org.khabar.entity.tagging;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.khabar.entity.text.SearchKey;

/**
 * Names of the shape that Wikidata's labels and aliases have, any number of them, each a function of its number alone, so
 * that nobody has to hold them.
 *
 * <p>Seven of ten are Arabic, the others Latin. Of 20 names 3 have one word, 9 two, 5 three, 2 four and one five. Words are
 * made up; their ranks in longer names fall off as those of given names do (Zipf), the last word is any of the vocabulary, which
 * grows with the names. A name of one word is a word of its own. Two names make an entity.
 */
final class GeneratedNames {

    private static final int[] LENGTHS = {1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 5};
    private static final String[] COUNTRIES = {"EG", "MA", "FR", "LB", "SA", "US"};
    private static final int NAMES_OF_AN_ENTITY = 2;
    private static final int MOST_FREQUENT_FIRST = 200;

    private final int count;
    private final int vocabulary;

    GeneratedNames(int count) {
        this.count = count;
        this.vocabulary = Math.max(1_000, count / 5);
    }

    int count() {
        return count;
    }

    AliasEntry alias(int number) {
        EntityType type = EntityType.values()[(int) Words.below(number, 11, EntityType.values().length)];
        UUID entity = new UUID(0x019b_3c5e_7a20_7000L, Words.mix(number / NAMES_OF_AN_ENTITY, 12));
        String country = COUNTRIES[(int) Words.below(number, 13, COUNTRIES.length)];
        String language = isArabic(number) ? "ar" : number % 2 == 0 ? "en" : "fr";
        return new AliasEntry(entity, type, AliasType.NAME, language, text(number), country, Set.of());
    }

    String text(int number) {
        boolean arabic = isArabic(number);
        int length = LENGTHS[(int) Words.below(number, 14, LENGTHS.length)];
        if (length == 1) {
            return word(arabic, vocabulary + number);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length - 1; i++) {
            text.append(word(arabic, Words.zipf(number, 20 + i, vocabulary) + MOST_FREQUENT_FIRST))
                    .append(' ');
        }
        return text.append(word(arabic, Words.below(number, 30, vocabulary))).toString();
    }

    /** The names' numbers by their words in the compared form with one blank between them; of equal names one. */
    SortedMap<String, Integer> byKey() {
        SortedMap<String, Integer> numbers = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            numbers.putIfAbsent(SearchKey.of(text(i)), i);
        }
        return numbers;
    }

    boolean isArabic(int number) {
        return Words.below(number, 10, 10) < 7;
    }

    private static String word(boolean arabic, long rank) {
        return arabic ? Words.arabic(rank) : Words.latin(rank);
    }
}
