package org.khabar.entity.mention;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts events of the feed into batches that are handled together: none has two events of one article, long texts or too many
 * events, and an event that cannot be understood is alone.
 */
final class FeedBatches {

    /** Of texts, in UTF-16 code units; one article may have more by itself. */
    private static final int MOST_TEXT = 1_000_000;

    private final int mostEvents;
    private final List<List<FeedEvent>> batches = new ArrayList<>();
    private final Set<String> subjects = new HashSet<>();
    private List<FeedEvent> open = new ArrayList<>();
    private int text;

    private FeedBatches(int mostEvents) {
        this.mostEvents = mostEvents;
    }

    /** The events in their order. */
    static List<List<FeedEvent>> of(List<FeedEvent> events, int mostEvents) {
        FeedBatches batches = new FeedBatches(mostEvents);
        events.forEach(batches::add);
        batches.close();
        return batches.batches;
    }

    private void add(FeedEvent event) {
        boolean alone = event instanceof FeedEvent.Unreadable;
        int length = length(event);
        if (alone || open.size() >= mostEvents || text + length > MOST_TEXT || !subjects.add(event.subject())) {
            close();
            subjects.add(event.subject());
        }
        open.add(event);
        text += length;
        if (alone) {
            close();
        }
    }

    private void close() {
        if (!open.isEmpty()) {
            batches.add(open);
        }
        open = new ArrayList<>();
        subjects.clear();
        text = 0;
    }

    private static int length(FeedEvent event) {
        return event instanceof FeedEvent.Published published
                ? published.article().passages().stream()
                        .mapToInt(String::length)
                        .sum()
                : 0;
    }
}
