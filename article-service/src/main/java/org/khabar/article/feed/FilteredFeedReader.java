package org.khabar.article.feed;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Follows the feed for a filter. A follower advances past events that do not concern it: where an answer would end before
 * what was read, it ends with an event that is nothing but a position.
 */
@ApplicationScoped
class FilteredFeedReader {

    private final FilteredFeedRepository selected;
    private final FeedRepository repository;
    private final FeedTail tail;
    private final FeedConfig config;
    private final FeedReader reader;

    FilteredFeedReader(
            FilteredFeedRepository selected,
            FeedRepository repository,
            FeedTail tail,
            FeedConfig config,
            FeedReader reader) {
        this.selected = selected;
        this.repository = repository;
        this.tail = tail;
        this.config = config;
        this.reader = reader;
    }

    /**
     * What one scan found.
     *
     * @param position the id of the last event that was read
     * @param atEnd whether that is the newest event
     */
    private record Scan(List<FeedEvent> events, long position, boolean atEnd) {

        /** The events, and the position unless the last of them is it. */
        List<FeedEvent> answer(long lastId) {
            long reached =
                    events.isEmpty() ? lastId : Long.parseLong(events.getLast().id());
            if (position <= reached) {
                return events;
            }
            List<FeedEvent> answer = new ArrayList<>(events);
            answer.add(FeedEvent.position(position));
            return answer;
        }
    }

    /**
     * The events after a position that concern the filter. Waits while there are none, as long as new events come at all
     * within the time.
     *
     * @param lastId an id that the feed has, or 0
     */
    List<FeedEvent> follow(long lastId, FeedFilter filter, Duration wait) throws InterruptedException {
        long deadline = System.nanoTime() + wait.toNanos();
        Scan scan = scan(lastId, filter);
        while (scan.events().isEmpty() && scan.atEnd() && System.nanoTime() < deadline) {
            long before = scan.position();
            tail.awaitAfter(before, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
            scan = scan(before, filter);
            if (scan.position() == before) {
                break;
            }
        }
        return scan.answer(lastId);
    }

    private Scan scan(long after, FeedFilter filter) {
        return QuarkusTransaction.requiringNew().call(() -> {
            long head = repository.head();
            long until = Math.min(head, after + config.maxScanned());
            FilteredFeedRepository.Range range =
                    selected.listSelected(filter, after, until, config.batchSize(), config.maxBatchBytes());
            long position = range.complete()
                    ? Math.max(after, until)
                    : range.events().getLast().id();
            return new Scan(events(range.events()), position, position >= head);
        });
    }

    private List<FeedEvent> events(List<FilteredFeedRepository.Selected> range) {
        Map<Long, Boolean> meets = range.stream()
                .collect(Collectors.toMap(
                        FilteredFeedRepository.Selected::id, FilteredFeedRepository.Selected::selected));
        List<FeedEventEntity> events = selected.listByIds(
                range.stream().map(FilteredFeedRepository.Selected::id).toList());
        List<FeedEvent> read = reader.toEvents(events);
        return read.stream()
                .map(event -> meets.getOrDefault(Long.valueOf(event.id()), false) ? event : event.unselected())
                .toList();
    }
}
