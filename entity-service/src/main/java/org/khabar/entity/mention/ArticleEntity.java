package org.khabar.entity.mention;

import java.time.Instant;
import java.util.UUID;

/** That an article mentions an entity, how often, and how much of the article that is. */
record ArticleEntity(UUID article, UUID entity, Instant publishedAt, int mentionCount, double salience) {

    SaliencePosition saliencePosition() {
        return new SaliencePosition(salience, entity);
    }

    PublicationPosition publicationPosition() {
        return new PublicationPosition(publishedAt, article);
    }
}
