package org.khabar.article.feed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.khabar.article.article.ArticleChange;

@Entity
@Immutable
@Table(name = "feed_event")
class FeedEventEntity {

    @Id
    long id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    ArticleChange.Type type;

    @Column(name = "article_id", nullable = false)
    UUID articleId;

    @Column(nullable = false)
    int version;

    @Column(nullable = false)
    Instant time;
}
