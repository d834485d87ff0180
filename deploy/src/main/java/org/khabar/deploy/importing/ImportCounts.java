package org.khabar.deploy.importing;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many pages came to which outcome. */
public final class ImportCounts {
    private final Map<PageOutcome.Status, Integer> counts = new EnumMap<>(PageOutcome.Status.class);
    private int withWarnings;

    public void add(PageOutcome outcome) {
        counts.merge(outcome.status(), 1, Integer::sum);
        withWarnings += outcome.warnings().isEmpty() ? 0 : 1;
    }

    public int of(PageOutcome.Status status) {
        return counts.getOrDefault(status, 0);
    }

    public boolean hasFailures() {
        return of(PageOutcome.Status.FAILED) > 0;
    }

    /** Such as "12 pages: 11 created, 1 failed; 2 with warnings". */
    @Override
    public String toString() {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        String parts = Arrays.stream(PageOutcome.Status.values())
                .filter(status -> of(status) > 0)
                .map(status -> of(status) + " " + status.id())
                .collect(Collectors.joining(", "));
        String pages = all == 1 ? "1 page: " : all + " pages: ";
        return pages + parts + (withWarnings > 0 ? "; " + withWarnings + " with warnings" : "");
    }
}
