package org.khabar.article.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.text.Folding;

/**
 * What a content is recognised by, computed once: folding its text is most of the work of storing it.
 *
 * @param contentKey see {@link ContentKey}
 * @param headlineKey the folded headline
 * @param urlKey see {@link UrlKey}; null without a URL
 * @param blockKeys the folded text of each block
 * @param sketch see {@link TextSketch}
 */
record ArticlePrint(
        long contentKey, String headlineKey, @Nullable String urlKey, List<String> blockKeys, int[] sketch) {

    static ArticlePrint of(ArticleContent content) {
        List<String> keys = new ArrayList<>(content.blocks().size() + 1);
        keys.add(Folding.key(content.headline()));
        content.blocks().forEach(block -> keys.add(Folding.key(block.text())));
        List<String> blockKeys = List.copyOf(keys.subList(1, keys.size()));
        return new ArticlePrint(
                ContentKey.hash(String.join("\n", keys)),
                keys.getFirst(),
                content.url() == null ? null : UrlKey.of(content.url()),
                blockKeys,
                TextSketch.ofKeys(blockKeys));
    }

    /** Computed anew with each call, for most articles are compared with none. */
    TextShingles shingles() {
        return TextShingles.ofKeys(blockKeys);
    }
}
