package org.khabar.article.entities;

import java.util.List;
import java.util.UUID;

/** One event of the mention feed. Ids ascend; the feed never skips one. */
sealed interface MentionEvent {

    /** Its place in the feed. */
    long id();

    /**
     * An article's entities, which take the place of those it had.
     *
     * @param entities none when the article mentions nobody any more, or is gone
     */
    record Entities(long id, UUID article, List<MentionedEntity> entities) implements MentionEvent {

        public Entities {
            entities = List.copyOf(entities);
        }
    }

    /** An event of a type that does not concern articles' entities. */
    record Other(long id) implements MentionEvent {}

    /**
     * An event that cannot be understood.
     *
     * @param subject what it is about, as it says
     */
    record Unreadable(long id, String subject, String problem) implements MentionEvent {}
}
