package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.backlog.Backlog;

/**
 * Stores many contents in one transaction, with the outcome that {@link ArticleStore#store} would have for one after the
 * other.
 *
 * <p>Contents that have no key of {@link ArticleIdentity#lockKeys} in common cannot be one article, so they are looked up
 * and written together. Where one could change what a later one finds, the list is cut in two, and what is behind the cut
 * is looked up again.
 */
@ApplicationScoped
public class ArticleBatchStore {

    private final ArticleRepository articles;
    private final ArticleBatchRepository batches;
    private final ArticleStore store;
    private final ArticleBatchMatcher batchMatcher;
    private final ContentLimits limits;
    private final Backlog backlog;
    private final ArticleChangeLog changes;
    private final Clock clock;

    ArticleBatchStore(
            ArticleRepository articles,
            ArticleBatchRepository batches,
            ArticleStore store,
            ArticleBatchMatcher batchMatcher,
            ContentLimits limits,
            Backlog backlog,
            ArticleChangeLog changes,
            Clock clock) {
        this.articles = articles;
        this.batches = batches;
        this.store = store;
        this.batchMatcher = batchMatcher;
        this.limits = limits;
        this.backlog = backlog;
        this.changes = changes;
        this.clock = clock;
    }

    /** One of several contents gives readers what its source kept back, and is to be stored by {@link ArticleArrivals}. */
    public static final class MovesArticle extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MovesArticle() {
            super("a batch moves no article", null, false, false);
        }
    }

    /**
     * Stores the contents in their order, all or nothing. Observers that may follow are told by the {@link Backlog}.
     *
     * @param contents each with a plain {@link Arrival}; others are for {@link ArticleArrivals}
     * @param author who stores them, for the revisions
     * @param stored is told the outcomes, one for each content, in the same transaction and before followers are
     * @throws org.khabar.article.failure.RequestFailure LIMIT_EXCEEDED when one of them has more than it may have
     * @throws MovesArticle when one of them moves an article that the archive has
     */
    @Transactional
    public List<StoredArticle> storeAll(
            List<PreparedArticle> contents, String author, Consumer<List<StoredArticle>> stored) {
        if (!contents.stream().allMatch(content -> content.arrival().isPlain())) {
            throw new IllegalArgumentException("batches are of articles that are published");
        }
        contents.forEach(content -> limits.check(content.content()));
        if (!contents.isEmpty()) {
            batches.lockIdentityAndPlanAnew(contents.stream()
                    .flatMap(content -> content.lockKeys().stream())
                    .toList());
        }
        ArticleBatch batch = new ArticleBatch(author, clock.instant().truncatedTo(ChronoUnit.MICROS));
        int next = 0;
        while (next < contents.size()) {
            next += write(unrelated(contents, next), batch);
        }
        backlog.written(batch.written());
        store.rememberNames(contents, batch.outcomes());
        stored.accept(batch.outcomes());
        changes.append(batch.changes());
        return batch.outcomes();
    }

    /** The longest run of pages from here of which no two have a key in common. */
    private static List<PreparedArticle> unrelated(List<PreparedArticle> pages, int from) {
        Set<Long> keys = new HashSet<>();
        int end = from;
        while (end < pages.size() && Collections.disjoint(keys, pages.get(end).lockKeys())) {
            keys.addAll(pages.get(end++).lockKeys());
        }
        return pages.subList(from, end);
    }

    /** Writes the first of the pages, up to one that those before it may have changed the answer for; says how many. */
    private int write(List<PreparedArticle> pages, ArticleBatch batch) {
        List<ArticleBatchMatcher.Answer> answers = findLocked(pages);
        ArticleBatch.Part part = batch.begin();
        Set<UUID> changed = new HashSet<>();
        Set<Long> changedKeys = new HashSet<>();
        for (int place = 0; place < pages.size(); place++) {
            PreparedArticle page = pages.get(place);
            ArticleBatchMatcher.Answer answer = answers.get(place);
            boolean stale = !Collections.disjoint(changed, answer.considered())
                    || !Collections.disjoint(changedKeys, page.lockKeys());
            if (stale) {
                break;
            }
            ArticleEntity revised = add(page, answer, part);
            if (revised != null) {
                changed.add(revised.id);
                changedKeys.addAll(ArticleIdentity.keys(revised));
            }
        }
        batches.write(part.created());
        batches.writeRevisions(part.revisions());
        return part.finish();
    }

    /** The articles that the pages are, which nobody else changes until the transaction ends. */
    private List<ArticleBatchMatcher.Answer> findLocked(List<PreparedArticle> pages) {
        List<ArticleBatchMatcher.Answer> answers = batchMatcher.find(pages);
        while (!articles.lock(matches(answers))) {
            answers = batchMatcher.find(pages);
        }
        return answers;
    }

    private static Set<ArticleEntity> matches(List<ArticleBatchMatcher.Answer> answers) {
        return answers.stream()
                .flatMap(answer -> answer.match().stream())
                .map(ArticleMatcher.Match::article)
                .collect(Collectors.toSet());
    }

    /** Adds what the page comes to; the article that it revises, else null. */
    private @Nullable ArticleEntity add(
            PreparedArticle page, ArticleBatchMatcher.Answer answer, ArticleBatch.Part part) {
        if (answer.match().isEmpty()) {
            part.create(page);
            return null;
        }
        ArticleMatcher.Match match = answer.match().get();
        ArticleEntity article = match.article();
        if (page.arrival().releases(article)) {
            throw new MovesArticle();
        }
        Optional<ArticleContent> change = store.findChange(page, match);
        if (change.isEmpty()) {
            part.keep(article, page);
            return null;
        }
        part.revise(article, change.get(), page);
        return article;
    }
}
