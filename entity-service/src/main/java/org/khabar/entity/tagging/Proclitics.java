package org.khabar.entity.tagging;

import java.util.ArrayList;
import java.util.List;

/**
 * The readings of a token whose first letters may be attached particles: {@code [وف]?[بلك]?} before a remainder of at
 * least three letters. ل before the article ال is written لل: that reading gives the article its alif back and keeps the
 * second ل, so in للولايات the name begins at the second ل.
 */
public final class Proclitics {

    private static final int SHORTEST_REMAINDER = 3;
    private static final String CONJUNCTIONS = "وف";
    private static final String PREPOSITIONS = "بلك";

    private Proclitics() {}

    /**
     * One way to read a token.
     *
     * @param text the name's part, in the compared form
     * @param skipped how many characters of the token stand before it
     */
    public record Reading(String text, int skipped) {}

    /** The readings, the token as it stands first, then those that cut less before those that cut more. */
    public static List<Reading> readings(String token) {
        if (token.length() <= SHORTEST_REMAINDER || !isParticle(token.charAt(0))) {
            return List.of(new Reading(token, 0));
        }
        List<Reading> readings = new ArrayList<>(4);
        readings.add(new Reading(token, 0));
        boolean conjunction = CONJUNCTIONS.indexOf(token.charAt(0)) >= 0;
        if (conjunction) {
            addRemainder(readings, token, 1);
        }
        addWithoutPreposition(readings, token, conjunction ? 1 : 0);
        return readings;
    }

    private static void addWithoutPreposition(List<Reading> readings, String token, int at) {
        if (PREPOSITIONS.indexOf(token.charAt(at)) < 0) {
            return;
        }
        if (token.startsWith("لل", at) && token.length() - at > SHORTEST_REMAINDER) {
            readings.add(new Reading("ا" + token.substring(at + 1), at + 1));
        }
        addRemainder(readings, token, at + 1);
    }

    private static void addRemainder(List<Reading> readings, String token, int from) {
        if (token.length() - from >= SHORTEST_REMAINDER) {
            readings.add(new Reading(token.substring(from), from));
        }
    }

    private static boolean isParticle(char letter) {
        return CONJUNCTIONS.indexOf(letter) >= 0 || PREPOSITIONS.indexOf(letter) >= 0;
    }
}
