package org.khabar.article.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.article.paging.PageRequest;

/**
 * A selection as HQL conditions with named parameters. Immutable.
 *
 * @param conditions each names an attribute with the article before it, as in {@code article.status}
 */
record ArticleConditions(List<String> conditions, Map<String, Object> parameters) {

    /** Implied by the statuses, and in the words of the partial indexes of what readers do not see. */
    private static final String UNPUBLISHED = "article.status not in (PUBLISHED, CORRECTED)";

    /** Whether no article of the same story, and of the same selection, is earlier. */
    private static final String FIRST_OF_STORY = """
            not exists (select 1 from StoryMemberEntity own, StoryMemberEntity twin, ArticleEntity earlier
            where own.articleId = article.id and twin.storyId = own.storyId and earlier.id = twin.articleId
            and (twin.publishedAt, twin.articleId) < (article.publishedAt, article.id) and %s)""";

    ArticleConditions {
        conditions = List.copyOf(conditions);
        parameters = Map.copyOf(parameters);
    }

    static ArticleConditions of(ArticleSelection selection) {
        ArticleConditions selected = new ArticleConditions(
                        List.of("article.status in :statuses"), Map.of("statuses", selection.statuses()))
                .and("article.outletId in :outlets", "outlets", selection.outlets())
                .and("article.language in :languages", "languages", selection.languages())
                .and("article.kind in :kinds", "kinds", selection.kinds())
                .and("array_intersects(article.subjects, :subjects)", "subjects", array(selection.subjects()))
                .and("article.publishedAt >= :from", "from", selection.from())
                .and("article.publishedAt < :until", "until", selection.before());
        if (!selection.statuses().isEmpty()
                && Collections.disjoint(selection.statuses(), ArticleStatus.visibleToReaders())) {
            selected = selected.and(UNPUBLISHED);
        }
        return selection.onePerStory() ? selected.and(FIRST_OF_STORY.formatted(selected.aboutEarlier())) : selected;
    }

    /** The query for the articles that meet the conditions, in no order. */
    String query() {
        return "from ArticleEntity article where " + String.join(" and ", conditions);
    }

    /** Narrows to the articles between a page's cursors. */
    ArticleConditions within(PageRequest<ArticlePosition> page) {
        return andBeyond("(publishedAt, id) < (:afterTime, :afterId)", "after", page.after())
                .andBeyond("(publishedAt, id) > (:beforeTime, :beforeId)", "before", page.before());
    }

    /** One parameter; a set would become several. */
    private static String @Nullable [] array(@Nullable Set<String> values) {
        return values == null ? null : values.toArray(String[]::new);
    }

    private String aboutEarlier() {
        return String.join(" and ", conditions).replace("article.", "earlier.");
    }

    private ArticleConditions andBeyond(String condition, String name, @Nullable ArticlePosition position) {
        if (position == null) {
            return this;
        }
        return and(condition, name + "Time", position.publishedAt()).with(name + "Id", position.id());
    }

    private ArticleConditions and(String condition, String parameter, @Nullable Object value) {
        return value == null ? this : and(condition).with(parameter, value);
    }

    private ArticleConditions and(String condition) {
        List<String> more = new ArrayList<>(conditions);
        more.add(condition);
        return new ArticleConditions(more, parameters);
    }

    private ArticleConditions with(String parameter, Object value) {
        Map<String, Object> more = new HashMap<>(parameters);
        more.put(parameter, value);
        return new ArticleConditions(conditions, more);
    }
}
