package org.khabar.article.article;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.diff.BlockDiff;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.outlet.OutletRegistry;

/**
 * Tells what became of articles, as far as the caller may see it. A revision is compared with the one before it that the
 * caller may see, so that no draft shows through.
 */
@ApplicationScoped
class ArticleHistory {

    /** Pairs of revisions whose texts are in memory at a time. */
    private static final int BATCH = 10;

    private final RevisionRepository revisions;
    private final OutletRegistry outlets;
    private final RevisionConfig config;

    ArticleHistory(RevisionRepository revisions, OutletRegistry outlets, RevisionConfig config) {
        this.revisions = revisions;
        this.outlets = outlets;
        this.config = config;
    }

    /** What is different in each revision, in their order; null for the first that the caller may see. */
    List<@Nullable RevisionChanges> listChanges(List<RevisionNode> of, boolean newsroom) {
        if (of.size() > config.maxCompared()) {
            throw RequestFailure.limitExceeded("The request compares %d revisions at once; the limit is %d."
                    .formatted(of.size(), config.maxCompared()));
        }
        Map<RevisionEntity.Key, RevisionEntity.Key> predecessors = listPredecessors(of, newsroom);
        List<@Nullable RevisionChanges> changes = new ArrayList<>(of.size());
        for (int start = 0; start < of.size(); start += BATCH) {
            List<RevisionNode> batch = of.subList(start, Math.min(of.size(), start + BATCH));
            changes.addAll(QuarkusTransaction.requiringNew().call(() -> compare(batch, predecessors)));
        }
        return changes;
    }

    /** The newest corrections of each article, the oldest of them first. One query. */
    List<List<Correction>> listCorrections(List<ArticleNode> of) {
        RevisionView view =
                RevisionView.of(of.stream().map(ArticleNode::inHistory).collect(Collectors.toSet()), false);
        Map<UUID, List<Correction>> corrections =
                QuarkusTransaction.requiringNew()
                        .call(() -> revisions.listCorrections(view, config.maxCorrections()))
                        .stream()
                        .collect(Collectors.groupingBy(
                                revision -> revision.key.articleId(),
                                Collectors.flatMapping(
                                        revision -> revision.listCorrections().stream(), Collectors.toList())));
        return of.stream()
                .map(article -> newest(corrections.getOrDefault(UUID.fromString(article.id()), List.of())))
                .toList();
    }

    private List<Correction> newest(List<Correction> corrections) {
        return corrections.subList(Math.max(0, corrections.size() - config.maxCorrections()), corrections.size());
    }

    private Map<RevisionEntity.Key, RevisionEntity.Key> listPredecessors(List<RevisionNode> of, boolean newsroom) {
        RevisionView view =
                RevisionView.of(of.stream().map(RevisionNode::article).toList(), newsroom);
        int[] versions = of.stream().mapToInt(RevisionNode::version).toArray();
        return QuarkusTransaction.requiringNew().call(() -> revisions.listPredecessors(view, versions));
    }

    private List<@Nullable RevisionChanges> compare(
            List<RevisionNode> batch, Map<RevisionEntity.Key, RevisionEntity.Key> predecessors) {
        Set<RevisionEntity.Key> keys = new HashSet<>();
        batch.stream().map(RevisionNode::key).filter(predecessors::containsKey).forEach(key -> {
            keys.add(key);
            keys.add(Objects.requireNonNull(predecessors.get(key)));
        });
        Map<RevisionEntity.Key, RevisionEntity> found = revisions.listByKeys(keys).stream()
                .collect(Collectors.toMap(revision -> revision.key, revision -> revision));
        List<@Nullable RevisionChanges> changes = new ArrayList<>(batch.size());
        for (RevisionNode node : batch) {
            RevisionEntity.Key predecessor = predecessors.get(node.key());
            changes.add(predecessor == null ? null : compare(found.get(predecessor), found.get(node.key())));
        }
        return changes;
    }

    private @Nullable RevisionChanges compare(@Nullable RevisionEntity before, @Nullable RevisionEntity after) {
        if (before == null || after == null) {
            return null;
        }
        return new RevisionChanges(
                before.key.version(), fields(before, after), BlockDiff.between(before.blocks, after.blocks));
    }

    private List<FieldChange> fields(RevisionEntity before, RevisionEntity after) {
        return new FieldChange.Collector()
                .compare("status", before.status, after.status)
                .compare("headline", before.headline, after.headline)
                .compare("language", before.language, after.language)
                .compare("kind", before.kind, after.kind)
                .compare("outlet", outletCode(before), outletCode(after))
                .compare("byline", before.byline, after.byline)
                .compare("credit", before.credit, after.credit)
                .compare("url", before.url, after.url)
                .compare("publishedAt", before.publishedAt, after.publishedAt)
                .compare("subjects", String.join(", ", before.subjects), String.join(", ", after.subjects))
                .compare("media", addresses(before.media), addresses(after.media))
                .changes();
    }

    private static String addresses(List<ArticleMedia> media) {
        return media.stream()
                .flatMap(medium -> medium.renditions().stream())
                .map(ArticleMedia.Rendition::href)
                .collect(Collectors.joining(", "));
    }

    private String outletCode(RevisionEntity revision) {
        return outlets.getById(revision.outletId).code();
    }
}
