package org.khabar.article.article;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A block as GraphQL shows it. */
@Type("Block")
public record BlockNode(
        @NonNull BlockKind kind,
        @NonNull String text,

        @Description("Its index in the article's blocks.") int position) {

    static List<BlockNode> listOf(List<TextBlock> blocks) {
        return IntStream.range(0, blocks.size())
                .mapToObj(i -> new BlockNode(blocks.get(i).kind(), blocks.get(i).text(), i))
                .toList();
    }
}
