package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives other features articles as the caller of the current request may see them. */
@ApplicationScoped
public class VisibleArticles {

    private final ArticleArchive archive;
    private final Caller caller;

    VisibleArticles(ArticleArchive archive, Caller caller) {
        this.archive = archive;
        this.caller = caller;
    }

    public Set<ArticleStatus> statuses() {
        return caller.visibleStatuses();
    }

    /** Those of the articles that the caller may see, by id. One query. */
    public Map<UUID, ArticleNode> listByIds(Collection<UUID> ids) {
        List<String> texts = ids.stream().map(UUID::toString).toList();
        return archive.listByIds(texts, statuses()).stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toMap(article -> UUID.fromString(article.id()), Function.identity()));
    }
}
