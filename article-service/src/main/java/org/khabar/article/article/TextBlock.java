package org.khabar.article.article;

/**
 * A block of an article's text. Its position is its index in the article.
 *
 * @param text as its source has it; offsets into it are UTF-16 code units
 */
public record TextBlock(BlockKind kind, String text) {

    public TextBlock {
        if (text.isBlank() && kind != BlockKind.IMAGE) {
            throw new IllegalArgumentException("a block has text");
        }
    }
}
