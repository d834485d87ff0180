package org.khabar.article.importing.draft;

import org.khabar.article.article.BlockKind;

/**
 * A block of a draft and the lines of the page that it was made of.
 *
 * @param firstLine 1-based
 * @param lastLine 1-based, inclusive
 */
public record DraftBlock(BlockKind kind, String text, int firstLine, int lastLine) {

    public DraftBlock {
        if (firstLine < 1 || lastLine < firstLine) {
            throw new IllegalArgumentException("a block is made of lines");
        }
    }
}
