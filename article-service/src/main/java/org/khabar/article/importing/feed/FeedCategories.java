package org.khabar.article.importing.feed;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.khabar.article.article.ArticleKind;
import org.khabar.article.text.Folding;

/** The sections under which outlets file what is no news, by their folded names. */
final class FeedCategories {

    private static final Map<String, ArticleKind> KINDS = Map.ofEntries(
            entry("opinion", ArticleKind.OPINION),
            entry("opinions", ArticleKind.OPINION),
            entry("tribune", ArticleKind.OPINION),
            entry("editorial", ArticleKind.OPINION),
            entry(Folding.key("رأي"), ArticleKind.OPINION),
            entry(Folding.key("آراء"), ArticleKind.OPINION),
            entry(Folding.key("كتاب وآراء"), ArticleKind.OPINION),
            entry(Folding.key("مقالات الرأي"), ArticleKind.OPINION),
            entry(Folding.key("افتتاحية"), ArticleKind.OPINION),
            entry("analysis", ArticleKind.ANALYSIS),
            entry("analyse", ArticleKind.ANALYSIS),
            entry("analyses", ArticleKind.ANALYSIS),
            entry(Folding.key("تحليل"), ArticleKind.ANALYSIS),
            entry(Folding.key("تحليلات"), ArticleKind.ANALYSIS),
            entry("interview", ArticleKind.INTERVIEW),
            entry("interviews", ArticleKind.INTERVIEW),
            entry("entretien", ArticleKind.INTERVIEW),
            entry(Folding.key("حوار"), ArticleKind.INTERVIEW),
            entry(Folding.key("حوارات"), ArticleKind.INTERVIEW),
            entry("cartoon", ArticleKind.CARTOON),
            entry("caricature", ArticleKind.CARTOON),
            entry(Folding.key("كاريكاتير"), ArticleKind.CARTOON),
            entry("video", ArticleKind.VIDEO),
            entry("videos", ArticleKind.VIDEO),
            entry(Folding.key("فيديو"), ArticleKind.VIDEO));

    private FeedCategories() {}

    /** The kind that the first such section means; empty when there is none. */
    static Optional<ArticleKind> kind(List<String> categories) {
        return categories.stream()
                .filter(Objects::nonNull)
                .map(category -> KINDS.get(Folding.key(category)))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
