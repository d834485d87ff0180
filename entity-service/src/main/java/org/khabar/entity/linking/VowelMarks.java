package org.khabar.entity.linking;

import java.util.ArrayList;
import java.util.List;

/** Compares how two spellings of one compared form are vowelled: عَمّان is عمّان and not عُمان. */
final class VowelMarks {

    private static final String SHORT_VOWELS = "\u064E\u064F\u0650\u0652";

    private VowelMarks() {}

    /** How many marks both have on the same letter; 0 when they contradict each other anywhere. */
    static int shared(String written, String listed) {
        List<String> left = marksByLetter(written);
        List<String> right = marksByLetter(listed);
        if (left.size() != right.size()) {
            return 0;
        }
        int shared = 0;
        for (int i = 0; i < left.size(); i++) {
            if (contradict(left.get(i), right.get(i))) {
                return 0;
            }
            shared += common(left.get(i), right.get(i));
        }
        return shared;
    }

    private static boolean contradict(String left, String right) {
        int one = shortVowel(left);
        int other = shortVowel(right);
        return one >= 0 && other >= 0 && one != other;
    }

    private static int common(String left, String right) {
        return (int) left.chars().filter(mark -> right.indexOf(mark) >= 0).count();
    }

    private static int shortVowel(String marks) {
        return marks.chars()
                .filter(mark -> SHORT_VOWELS.indexOf(mark) >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static List<String> marksByLetter(String text) {
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.getType(character) != Character.NON_SPACING_MARK) {
                marks.add("");
            } else if (!marks.isEmpty()) {
                marks.add(marks.removeLast() + character);
            }
        }
        return marks;
    }
}
