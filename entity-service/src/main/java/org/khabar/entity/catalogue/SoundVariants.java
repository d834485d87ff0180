package org.khabar.entity.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Sounds that are one letter away from a sound, as {@code sound_of} in the database makes them. */
final class SoundVariants {

    private static final String LETTERS = "bdfgklmnrstzX";

    private SoundVariants() {}

    /** Those with a letter too many, those that lack one and those with another one in its place. */
    static List<String> of(String sound) {
        List<String> variants = new ArrayList<>();
        for (int at = 0; at <= sound.length(); at++) {
            String before = sound.substring(0, at);
            String after = sound.substring(at);
            for (int i = 0; i < LETTERS.length(); i++) {
                variants.add(before + LETTERS.charAt(i) + after);
                if (!after.isEmpty()) {
                    variants.add(before + LETTERS.charAt(i) + after.substring(1));
                }
            }
            if (!after.isEmpty()) {
                variants.add(before + after.substring(1));
            }
        }
        return variants;
    }
}
