package org.khabar.article.article;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.article.paging.PageRequest;

/** A selection as HQL conditions with named parameters. Immutable. */
record ArticleConditions(String text, Map<String, Object> parameters) {

    ArticleConditions {
        parameters = Map.copyOf(parameters);
    }

    static ArticleConditions of(ArticleSelection selection) {
        return new ArticleConditions("status in :statuses", Map.of("statuses", selection.statuses()))
                .and("outletId in :outlets", "outlets", selection.outlets())
                .and("language in :languages", "languages", selection.languages())
                .and("kind in :kinds", "kinds", selection.kinds())
                .and("publishedAt >= :from", "from", selection.from())
                .and("publishedAt < :until", "until", selection.before());
    }

    /** Narrows to the articles between a page's cursors. */
    ArticleConditions within(PageRequest<ArticlePosition> page) {
        return andBeyond("(publishedAt, id) < (:afterTime, :afterId)", "after", page.after())
                .andBeyond("(publishedAt, id) > (:beforeTime, :beforeId)", "before", page.before());
    }

    private ArticleConditions andBeyond(String condition, String name, @Nullable ArticlePosition position) {
        if (position == null) {
            return this;
        }
        return and(condition, name + "Time", position.publishedAt()).with(name + "Id", position.id());
    }

    private ArticleConditions and(String condition, String parameter, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        return new ArticleConditions(text + " and " + condition, parameters).with(parameter, value);
    }

    private ArticleConditions with(String parameter, Object value) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(parameter, value);
        return new ArticleConditions(text, more);
    }
}
