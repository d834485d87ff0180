package org.khabar.entity.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The readings of a token whose first letters may be attached particles: {@code [وف]?[بلك]?} before a remainder of at
 * least three letters, or two where more words follow. ل before the article ال is written لل: that reading gives the article its alif back and keeps the
 * second ل, so in للولايات the name begins at the second ل.
 */
public final class Proclitics {

    private static final int SHORTEST_WORD = 3;
    private static final int SHORTEST_BEGINNING = 2;
    private static final String CONJUNCTIONS = "وف";
    private static final String PREPOSITIONS = "بلك";

    private Proclitics() {}

    /**
     * One way to read a token.
     *
     * @param text the name's part, in the compared form
     * @param skipped how many characters of the token stand before it
     */
    public record Reading(String text, int skipped) {

        /** Whether so little is left that it is a name only together with further words: جو in وجو بايدن. */
        boolean needsMoreWords() {
            return skipped > 0 && text.length() < SHORTEST_WORD;
        }
    }

    /** The readings of a word, as it stands first, then those that cut less before those that cut more. */
    public static List<Reading> readings(String token) {
        return readings(token, SHORTEST_WORD);
    }

    /** Whether one of the readings of a word is among these; most words have one reading, and most are asked about often. */
    public static boolean isAnyReading(String token, Set<String> words) {
        if (words.contains(token)) {
            return true;
        }
        if (token.length() <= SHORTEST_WORD || !isParticle(token.charAt(0))) {
            return false;
        }
        for (Reading reading : readings(token)) {
            if (words.contains(reading.text())) {
                return true;
            }
        }
        return false;
    }

    /** The readings of what may be the first word of a longer name, in the same order. */
    static List<Reading> beginnings(String token) {
        return readings(token, SHORTEST_BEGINNING);
    }

    private static List<Reading> readings(String token, int shortest) {
        if (token.length() <= shortest || !isParticle(token.charAt(0))) {
            return List.of(new Reading(token, 0));
        }
        List<Reading> readings = new ArrayList<>(4);
        readings.add(new Reading(token, 0));
        boolean conjunction = CONJUNCTIONS.indexOf(token.charAt(0)) >= 0;
        if (conjunction) {
            addRemainder(readings, token, 1, shortest);
        }
        addWithoutPreposition(readings, token, conjunction ? 1 : 0, shortest);
        return readings;
    }

    private static void addWithoutPreposition(List<Reading> readings, String token, int at, int shortest) {
        if (PREPOSITIONS.indexOf(token.charAt(at)) < 0) {
            return;
        }
        if (token.startsWith("لل", at) && token.length() - at > shortest) {
            readings.add(new Reading("ا" + token.substring(at + 1), at + 1));
        }
        addRemainder(readings, token, at + 1, shortest);
    }

    private static void addRemainder(List<Reading> readings, String token, int from, int shortest) {
        if (token.length() - from >= shortest) {
            readings.add(new Reading(token.substring(from), from));
        }
    }

    private static boolean isParticle(char letter) {
        return switch (letter) {
            case 'و', 'ف', 'ب', 'ل', 'ك' -> true;
            default -> false;
        };
    }
}
