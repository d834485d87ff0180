package org.khabar.article.article;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.article.text.Folding;

/**
 * Says which stored article a page is, if any.
 *
 * <p>A URL decides: the article with that URL is the one, and an article with another URL is not. Otherwise the page is
 * an article that says the same under the same headline, when both are of one outlet, or one of them is of an outlet
 * that we did not know and their stated times are no further apart than time zones are: that page was imported without
 * its outlet and then with it, or the other way round. Otherwise it is an article of the same outlet when
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
 * Nothing of this depends on how many other articles share a headline or a day: the database looks for equal content by
 * a hash, and for alike texts by their sketch among those of the same headline or time.
 */
final class ArticleIdentity {

    /** Same time, other headline: share of the shorter text that the longer one must hold. */
    static final double SAME_TIME_CONTAINMENT = 0.8;

    /** Same headline, other time: share of all runs of words that both texts must have. */
    static final double SAME_HEADLINE_RESEMBLANCE = 0.8;

    /** Same headline, no time to compare. */
    static final double UNDATED_CONTAINMENT = 0.5;

    /** How far apart clocks of two zones can be. */
    static final Duration ZONES_APART = Duration.ofHours(26);

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

    /** Hashes of everything that might make two pages one article: writers of such pages wait for each other. */
    static List<Long> lockKeys(ArticleContent page) {
        return lockKeys(page, ArticlePrint.of(page));
    }

    static List<Long> lockKeys(ArticleContent page, ArticlePrint print) {
        Instant stated = page.publishedAtStated() ? page.publishedAt() : null;
        return keys(print.contentKey(), page.outletId(), print.headlineKey(), stated, print.urlKey());
    }

    /** The same of an article as it is stored: what pages of it would have one of. */
    static List<Long> keys(ArticleEntity article) {
        Instant stated = article.publishedAtStated ? article.publishedAt : null;
        return keys(article.contentKey, article.outletId, article.headlineKey, stated, article.urlKey);
    }

    private static List<Long> keys(
            long contentKey, UUID outlet, String headlineKey, @Nullable Instant statedTime, @Nullable String urlKey) {
        List<Long> keys = new ArrayList<>();
        keys.add(contentKey);
        keys.add(ContentKey.hash("headline " + outlet + " " + headlineKey));
        if (statedTime != null) {
            keys.add(ContentKey.hash("time " + outlet + " " + statedTime));
        }
        if (urlKey != null) {
            keys.add(ContentKey.hash("url " + urlKey));
        }
        return keys;
    }
}
