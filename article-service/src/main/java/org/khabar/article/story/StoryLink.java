package org.khabar.article.story;

import java.util.UUID;

/** Two articles that are near-duplicates, the one with the lesser id first. */
record StoryLink(UUID lesser, UUID greater) {

    static StoryLink of(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0 ? new StoryLink(one, other) : new StoryLink(other, one);
    }
}
