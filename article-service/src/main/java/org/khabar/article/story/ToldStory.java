package org.khabar.article.story;

import java.time.Instant;
import java.util.UUID;

/**
 * A story and how much of it readers see.
 *
 * @param of the article, or the id, that it was looked up by
 */
record ToldStory(UUID of, UUID id, int count, Instant firstPublishedAt) {

    StoryNode toNode() {
        return new StoryNode(id.toString(), count, firstPublishedAt, null);
    }
}
