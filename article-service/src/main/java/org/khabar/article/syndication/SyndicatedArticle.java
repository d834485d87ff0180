package org.khabar.article.syndication;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleNode;
import org.khabar.article.article.BlockKind;
import org.khabar.article.article.BlockNode;
import org.khabar.article.outlet.Outlet;

/**
 * An article with all that is written of it.
 *
 * @param blocks its text; empty when it is not wanted
 */
record SyndicatedArticle(ArticleNode article, Outlet outlet, List<BlockNode> blocks) {

    SyndicatedArticle {
        blocks = List.copyOf(blocks);
    }

    /** The article's name for programs, the same in every form and for ever. */
    String urn() {
        return "urn:uuid:" + article.id();
    }

    /** Its language as XML and HTML take it: empty when it is not known. */
    String language() {
        return article.language().equals("und") ? "" : article.language();
    }

    /** The outlet's name in the article's language, or in one that it has. */
    String outletName() {
        return outlet.name(article.language()).text();
    }

    /** Its first paragraph, null when it has none. */
    @Nullable
    String summary() {
        return blocks.stream()
                .filter(block -> block.kind() == BlockKind.PARAGRAPH)
                .map(BlockNode::text)
                .findFirst()
                .orElse(null);
    }

    /** UTF-16 code units of its blocks. */
    int textLength() {
        return blocks.stream().mapToInt(block -> block.text().length()).sum();
    }
}
