package org.khabar.article.importing.draft;

import org.khabar.article.article.BlockKind;

/**
 * A block of a draft and the lines of the page that it was made of.
 *
 * <p>In forms without lines, such as JSON, the number is the block's place among the paragraphs of the text.
 *
 * @param text blank only for an image without a caption
 * @param firstLine 1-based; 0 where the page has no lines, as HTML has none
 * @param lastLine 1-based, inclusive; 0 as well
 */
public record DraftBlock(BlockKind kind, String text, int firstLine, int lastLine) {

    public DraftBlock {
        if (firstLine < 0 || lastLine < firstLine || (firstLine == 0 && lastLine > 0)) {
            throw new IllegalArgumentException("a block is made of lines");
        }
    }

    /** A block of a page that has no lines. */
    public static DraftBlock of(BlockKind kind, String text) {
        return new DraftBlock(kind, text, 0, 0);
    }
}
