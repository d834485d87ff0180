package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Gives other features the states that articles have had. */
@ApplicationScoped
public class RevisionReader {

    private final RevisionRepository revisions;

    RevisionReader(RevisionRepository revisions) {
        this.revisions = revisions;
    }

    /** The states of these versions, as far as they exist. Two queries. */
    @Transactional
    public Map<ArticleVersion, ArticleVersion.State> listStates(Collection<ArticleVersion> versions) {
        List<RevisionEntity.Key> keys = versions.stream()
                .map(version -> new RevisionEntity.Key(version.articleId(), version.version()))
                .distinct()
                .toList();
        Map<UUID, Integer> beginnings = revisions.listHistoryBeginnings(
                keys.stream().map(RevisionEntity.Key::articleId).collect(Collectors.toSet()));
        return revisions.listByKeys(keys).stream()
                .collect(Collectors.toMap(
                        revision -> new ArticleVersion(revision.key.articleId(), revision.key.version()),
                        revision -> revision.toState(beginnings.getOrDefault(revision.key.articleId(), 1))));
    }
}
