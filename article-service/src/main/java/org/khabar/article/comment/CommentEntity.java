package org.khabar.article.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "comment")
class CommentEntity {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    @Column(name = "article_id", nullable = false)
    UUID articleId;

    @Column(name = "parent_id")
    @Nullable
    UUID parentId;

    @Column(nullable = false)
    String author;

    @Column(name = "author_name", nullable = false)
    String authorName;

    @Column(nullable = false)
    String text;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    CommentStatus status;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "moderated_at")
    @Nullable
    Instant moderatedAt;

    @Column(name = "moderated_by")
    @Nullable
    String moderatedBy;

    @Column(name = "rejection_reason")
    @Nullable
    String rejectionReason;

    void moderate(CommentStatus decision, @Nullable String reason, String moderator, Instant now) {
        status = decision;
        rejectionReason = reason;
        moderatedBy = moderator;
        moderatedAt = now;
    }

    /** Nothing of what its author wrote is kept. */
    void withdraw() {
        status = CommentStatus.WITHDRAWN;
        text = "";
    }
}
