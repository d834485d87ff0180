package org.khabar.article.comment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A comment as GraphQL shows it; its replies are a field of their own, read in batches. */
@Type("Comment")
public record CommentNode(
        @Id @NonNull String id,

        @NonNull @Description("The name that its author goes by.")
        String author,

        @NonNull @Description("Plain text; no markup in it means anything.")
        String text,

        @NonNull CommentStatus status,
        @NonNull Instant createdAt,

        @Nullable @Description("Why it was rejected; readers see no rejected comments.")
        String rejectionReason,

        @Nullable @Id @Description("The comment that this is a reply to.")
        String parentId,

        @Ignore UUID articleId) {

    static CommentNode of(CommentEntity comment) {
        return new CommentNode(
                comment.id.toString(),
                comment.authorName,
                comment.text,
                comment.status,
                comment.createdAt,
                comment.rejectionReason,
                comment.parentId == null ? null : comment.parentId.toString(),
                comment.articleId);
    }
}
