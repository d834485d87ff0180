package org.khabar.article.article;

import io.quarkus.arc.All;
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
import org.jspecify.annotations.Nullable;

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
    private final List<ArticleObserver> observers;
    private final ArticleChangeLog changes;
    private final Clock clock;

    ArticleBatchStore(
            ArticleRepository articles,
            ArticleBatchRepository batches,
            ArticleStore store,
            ArticleBatchMatcher batchMatcher,
            @All List<ArticleObserver> observers,
            ArticleChangeLog changes,
            Clock clock) {
        this.articles = articles;
        this.batches = batches;
        this.store = store;
        this.batchMatcher = batchMatcher;
        this.observers = observers;
        this.changes = changes;
        this.clock = clock;
    }

    /** A content, and what makes it wait for another. */
    private record Page(PreparedArticle article, List<Long> keys) {}

    /**
     * Stores the contents in their order, all or nothing.
     *
     * @param author who stores them, for the revisions
     * @param stored is told the outcomes, one for each content, in the same transaction and before followers are
     */
    @Transactional
    public List<StoredArticle> storeAll(
            List<PreparedArticle> contents, String author, Consumer<List<StoredArticle>> stored) {
        List<Page> pages = contents.stream()
                .map(content -> new Page(content, ArticleIdentity.lockKeys(content.content(), content.print())))
                .toList();
        if (!pages.isEmpty()) {
            articles.lockIdentity(
                    pages.stream().flatMap(page -> page.keys().stream()).toList());
        }
        ArticleBatch batch = new ArticleBatch(author, clock.instant().truncatedTo(ChronoUnit.MICROS));
        int next = 0;
        while (next < pages.size()) {
            next += write(unrelated(pages, next), batch);
        }
        List<WrittenArticle> written = batch.written();
        if (!written.isEmpty()) {
            observers.forEach(observer -> observer.written(written));
        }
        stored.accept(batch.outcomes());
        changes.append(batch.changes());
        return batch.outcomes();
    }

    /** The longest run of pages from here of which no two have a key in common. */
    private static List<Page> unrelated(List<Page> pages, int from) {
        Set<Long> keys = new HashSet<>();
        int end = from;
        while (end < pages.size() && Collections.disjoint(keys, pages.get(end).keys())) {
            keys.addAll(pages.get(end++).keys());
        }
        return pages.subList(from, end);
    }

    /** Writes the first of the pages, up to one that those before it may have changed the answer for; says how many. */
    private int write(List<Page> pages, ArticleBatch batch) {
        List<ArticleBatchMatcher.Answer> answers =
                batchMatcher.find(pages.stream().map(Page::article).toList());
        ArticleBatch.Part part = batch.begin();
        Set<UUID> changed = new HashSet<>();
        Set<Long> changedKeys = new HashSet<>();
        for (int place = 0; place < pages.size(); place++) {
            Page page = pages.get(place);
            ArticleBatchMatcher.Answer answer = answers.get(place);
            boolean stale = !Collections.disjoint(changed, answer.considered())
                    || !Collections.disjoint(changedKeys, page.keys());
            if (stale) {
                break;
            }
            ArticleEntity revised = add(page.article(), answer, part);
            if (revised != null) {
                changed.add(revised.id);
                changedKeys.addAll(ArticleIdentity.keys(revised));
            }
        }
        batches.writeAll(part.created());
        batches.writeAll(part.revisions());
        return part.finish();
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
        Optional<ArticleContent> change = store.findChange(page.content(), match);
        if (change.isEmpty()) {
            part.keep(article, page.content());
            return null;
        }
        part.revise(article, change.get(), page.print());
        return article;
    }
}
