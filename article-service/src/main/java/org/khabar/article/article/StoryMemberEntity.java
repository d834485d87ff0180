package org.khabar.article.article;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Which story an article tells along with others. Kept by the feature for stories; here lists are narrowed by it. */
@Entity
@Immutable
@Table(name = "story_member")
class StoryMemberEntity {

    @Id
    @Column(name = "article_id")
    UUID articleId;

    @Column(name = "story_id", nullable = false)
    UUID storyId;

    @Column(name = "published_at", nullable = false)
    Instant publishedAt;
}
