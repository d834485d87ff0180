package org.khabar.entity.wikidata;

import java.util.Optional;

/** Ids of items: Q and a number. */
final class ItemId {

    private static final int MOST_DIGITS = 9;

    private ItemId() {}

    /** The number of an id; empty for a text that is none. */
    static Optional<Integer> number(String id) {
        if (id.length() < 2 || id.length() > 1 + MOST_DIGITS || id.charAt(0) != 'Q' || id.charAt(1) == '0') {
            return Optional.empty();
        }
        for (int i = 1; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return Optional.empty();
            }
        }
        return Optional.of(Integer.valueOf(id.substring(1)));
    }
}
