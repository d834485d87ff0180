package org.khabar.article.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.khabar.article.text.Folding;

/**
 * Says which stored article a page is, if any.
 *
 * <p>A URL decides: the article with that URL is the one, and an article with another URL is not. Otherwise the page is
 * an article of the same outlet when
 *
 * <ul>
 *   <li>headline (folded) and stated time of publication are the same: whatever changed in the text, the page was
 *       edited;
 *   <li>or the time is the same and four fifths of the shorter text are in the other: the headline was changed, and the
 *       text may have grown;
 *   <li>or the headline is the same and the texts are nearly the same: the time was corrected. A bulletin under the same
 *       headline every day has another text every day and stays an article of its own;
 *   <li>or the headline is the same, the page or the article states no time, and half of the text is the same.
 * </ul>
 *
 * Of several that fit, the one whose text is most alike is taken. Texts are compared by their runs of three words.
 */
final class ArticleIdentity {

    /** Same time, other headline: share of the shorter text that the longer one must hold. */
    static final double SAME_TIME_CONTAINMENT = 0.8;

    /** Same headline, other time: share of all runs of words that both texts must have. */
    static final double SAME_HEADLINE_RESEMBLANCE = 0.8;

    /** Same headline, no time to compare. */
    static final double UNDATED_CONTAINMENT = 0.5;

    private ArticleIdentity() {}

    /** Whether a page with this content is that article, by the rule above, URLs aside. */
    static boolean isSame(ArticleContent page, ArticleEntity article, TextShingles.Likeness likeness) {
        boolean sameHeadline = Folding.key(page.headline()).equals(article.headlineKey);
        boolean bothDated = page.publishedAtStated() && article.publishedAtStated;
        boolean sameTime = bothDated && page.publishedAt().equals(article.publishedAt);
        if (sameHeadline && sameTime) {
            return true;
        }
        if (sameTime) {
            return likeness.containment() >= SAME_TIME_CONTAINMENT;
        }
        if (!sameHeadline) {
            return false;
        }
        return bothDated
                ? likeness.resemblance() >= SAME_HEADLINE_RESEMBLANCE
                : likeness.containment() >= UNDATED_CONTAINMENT;
    }

    /** Whether the URLs leave it open that a page is that article. */
    static boolean urlsAllow(ArticleContent page, ArticleEntity article) {
        return page.url() == null || article.urlKey == null || article.urlKey.equals(ArticleUrl.key(page.url()));
    }

    /** Hashes of everything that might make two pages one article: writers of such pages wait for each other. */
    static List<Long> lockKeys(ArticleContent page) {
        List<Long> keys = new ArrayList<>();
        keys.add(hash("headline", page.outletId() + " " + Folding.key(page.headline())));
        if (page.publishedAtStated()) {
            keys.add(hash("time", page.outletId() + " " + page.publishedAt()));
        }
        if (page.url() != null) {
            keys.add(hash("url", ArticleUrl.key(page.url())));
        }
        return keys;
    }

    private static long hash(String kind, String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest((kind + " " + key).getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
