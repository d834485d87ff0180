package org.khabar.article.article.diff;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.TextBlock;

/** What became of a block. */
@Description("What became of a block of the text.")
public record BlockChange(
        @NonNull BlockChangeType type,

        @Nullable @Description("Its index in the blocks before; null for one that was added.")
        Integer beforePosition,

        @Nullable @Description("Its index in the blocks after; null for one that was removed.")
        Integer afterPosition,

        @Nullable BlockKind beforeKind,
        @Nullable BlockKind afterKind,
        @Nullable String before,
        @Nullable String after,

        @NonNull @Description("Where the text of a changed block differs; none for others.")
        List<@NonNull TextEdit> edits) {

    public BlockChange {
        edits = List.copyOf(edits);
    }

    static BlockChange added(int position, TextBlock block) {
        return new BlockChange(
                BlockChangeType.ADDED, null, position, null, block.kind(), null, block.text(), List.of());
    }

    static BlockChange removed(int position, TextBlock block) {
        return new BlockChange(
                BlockChangeType.REMOVED, position, null, block.kind(), null, block.text(), null, List.of());
    }

    static BlockChange changed(int from, TextBlock before, int to, TextBlock after, List<TextEdit> edits) {
        return new BlockChange(
                BlockChangeType.CHANGED, from, to, before.kind(), after.kind(), before.text(), after.text(), edits);
    }
}
