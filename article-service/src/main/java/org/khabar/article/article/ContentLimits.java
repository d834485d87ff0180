package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;

/** Refuses content that has more of something than an article may have. */
@ApplicationScoped
public class ContentLimits {

    private final ContentConfig config;

    ContentLimits(ContentConfig config) {
        this.config = config;
    }

    /** @throws RequestFailure LIMIT_EXCEEDED, saying what there is too much of */
    public void check(ArticleContent content) {
        refuseMore("media", content.media(), config.maxMedia());
        refuseMore("subjects", content.subjects(), config.maxSubjects());
        List<ArticleMedia> media = content.media() == null ? List.of() : content.media();
        media.forEach(medium -> refuseMore("renditions of a medium", medium.renditions(), config.maxRenditions()));
    }

    private static void refuseMore(String what, @Nullable List<?> items, int limit) {
        if (items != null && items.size() > limit) {
            throw RequestFailure.limitExceeded(
                    "The article has %d %s; the limit is %d.".formatted(items.size(), what, limit));
        }
    }
}
