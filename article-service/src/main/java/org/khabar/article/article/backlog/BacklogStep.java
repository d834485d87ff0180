package org.khabar.article.article.backlog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.khabar.article.article.ArticleVersion;
import org.khabar.article.article.RevisionReader;
import org.khabar.article.article.WrittenArticle;

/** The transactions of who works the backlog off. */
@ApplicationScoped
class BacklogStep {

    private final BacklogRepository repository;
    private final Backlog backlog;
    private final RevisionReader revisions;
    private final BacklogConfig config;

    BacklogStep(BacklogRepository repository, Backlog backlog, RevisionReader revisions, BacklogConfig config) {
        this.repository = repository;
        this.backlog = backlog;
        this.revisions = revisions;
        this.config = config;
    }

    /**
     * Takes in the next articles and removes them from the queue.
     *
     * @return how many there were, 0 when none waits that nobody else works on
     */
    @Transactional
    int takeInNext() {
        List<BacklogRepository.Place> next = withinBytes(repository.claimNext(config.batchSize()));
        takeIn(next);
        return next.size();
    }

    /** Takes in what waits at this place, if it still does. */
    @Transactional
    void takeIn(long place) {
        takeIn(repository.claim(place));
    }

    private void takeIn(List<BacklogRepository.Place> places) {
        if (places.isEmpty()) {
            return;
        }
        repository.doNotWaitForDisk();
        repository.remove(places);
        List<WrittenArticle> articles = revisions.listStates(repository.lock(places)).entrySet().stream()
                .map(state -> written(state.getKey(), state.getValue()))
                .sorted(Comparator.comparing(article -> article.id().toString()))
                .toList();
        if (!articles.isEmpty()) {
            backlog.takeIn(articles);
        }
    }

    private List<BacklogRepository.Place> withinBytes(List<BacklogRepository.Place> places) {
        List<BacklogRepository.Place> within = new ArrayList<>();
        long bytes = 0;
        for (BacklogRepository.Place place : places) {
            bytes += place.bytes();
            if (bytes > config.batchBytes() && !within.isEmpty()) {
                return within;
            }
            within.add(place);
        }
        return within;
    }

    /** The first places whose turn has come. */
    @Transactional
    List<Long> listNext() {
        return repository.claimNext(config.batchSize()).stream()
                .map(BacklogRepository.Place::id)
                .toList();
    }

    @Transactional
    void putOff(long place, String reason) {
        repository.putOff(place, reason, config.firstRetry(), config.longestRetry());
    }

    @Transactional
    BacklogState state() {
        return repository.state();
    }

    private static WrittenArticle written(ArticleVersion version, ArticleVersion.State state) {
        return new WrittenArticle(
                version.articleId(), version.version(), state.status(), false, state.content(), state.updatedAt());
    }
}
