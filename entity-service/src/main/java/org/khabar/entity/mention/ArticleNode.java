package org.khabar.entity.mention;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.khabar.entity.sibling.Siblings;

/**
 * An article as this service knows it: its id, and the articles that were found together with it.
 *
 * @param id the article service's id
 */
@Type("Article")
@Name("Article")
@Key(fields = @FieldSet("id"))
public record ArticleNode(@Id @NonNull String id, @Ignore Siblings<UUID> siblings) {

    /** Articles of these ids, in their order; any id is one. */
    public static List<ArticleNode> listOf(List<String> ids) {
        Siblings<UUID> siblings = new Siblings<>(
                ids.stream().map(ArticleNode::parse).flatMap(Optional::stream).toList());
        return ids.stream().map(id -> new ArticleNode(id, siblings)).collect(Collectors.toList());
    }

    /** The id that articles here may have; empty for a text that is none, which no article has. */
    public Optional<UUID> uuid() {
        return parse(id);
    }

    static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
