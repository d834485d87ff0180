package org.khabar.entity.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.candidate.CandidateReader;
import org.khabar.entity.candidate.NameCandidateNode;
import org.khabar.entity.mention.ArticleNode;
import org.khabar.entity.mention.MentionNode;
import org.khabar.entity.mention.MentionPlace;
import org.khabar.entity.mention.MentionReader;
import org.khabar.entity.paging.Page;
import org.khabar.entity.paging.PageRequest;

/** What there is to decide, what helps most first. */
@ApplicationScoped
@Transactional
class ReviewQueue {

    private static final double THOUSAND = 1000;

    private final ReviewQueueRepository repository;
    private final MentionReader mentions;
    private final CandidateReader candidates;

    ReviewQueue(ReviewQueueRepository repository, MentionReader mentions, CandidateReader candidates) {
        this.repository = repository;
        this.mentions = mentions;
        this.candidates = candidates;
    }

    ReviewItemConnection list(ReviewQueueFilter filter, PageRequest<RankPosition> request, RequestBudget budget) {
        Page<ReviewRow> page = Page.of(repository.listPage(filter, request), request);
        List<ReviewRow> rows = page.items();
        Map<MentionPlace, MentionNode> mentionNodes = mentions.listAt(places(rows));
        Map<Long, NameCandidateNode> candidateNodes = candidates.listByIds(
                rows.stream()
                        .flatMap(row -> Optional.ofNullable(row.candidate()).stream())
                        .toList(),
                budget);
        List<@Nullable ArticleNode> articles = articles(rows);
        List<ReviewItemEdge> edges = IntStream.range(0, rows.size())
                .mapToObj(i -> edge(rows.get(i), articles.get(i), mentionNodes, candidateNodes))
                .toList();
        return new ReviewItemConnection(edges, page.info(row -> row.position().cursor()));
    }

    private static ReviewItemEdge edge(
            ReviewRow row,
            @Nullable ArticleNode article,
            Map<MentionPlace, MentionNode> mentions,
            Map<Long, NameCandidateNode> candidates) {
        MentionPlace place = row.mention();
        Long candidate = row.candidate();
        ReviewItemNode node = new ReviewItemNode(
                row.kind(),
                row.name(),
                row.position().value() / THOUSAND,
                row.placeCount(),
                place == null ? null : mentions.get(place),
                article,
                candidate == null ? null : candidates.get(candidate));
        return new ReviewItemEdge(node, row.position().cursor());
    }

    private static List<MentionPlace> places(List<ReviewRow> rows) {
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(row.mention()).stream())
                .toList();
    }

    /** The articles of the rows' mentions, which are found together; null for a row without one. */
    private static List<@Nullable ArticleNode> articles(List<ReviewRow> rows) {
        List<ArticleNode> nodes = ArticleNode.listOf(
                places(rows).stream().map(place -> place.article().toString()).toList());
        List<@Nullable ArticleNode> articles = new ArrayList<>(rows.size());
        int next = 0;
        for (ReviewRow row : rows) {
            articles.add(row.mention() == null ? null : nodes.get(next++));
        }
        return articles;
    }
}
