package org.khabar.entity.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.khabar.entity.failure.RequestFailure;
import org.khabar.entity.graph.TimelineBucket.OutletShare;

/**
 * The buckets that are asked for, without a gap.
 *
 * @param start the first day of the first bucket
 * @param end the first day behind the last bucket
 */
record Timeline(TimelineInterval interval, LocalDate start, LocalDate end) {

    private static final Comparator<OutletShare> MOST_FIRST =
            Comparator.comparingInt(OutletShare::articleCount).reversed().thenComparing(OutletShare::outlet);

    /**
     * The buckets that the days from one to another are in.
     *
     * @param last the last day that is asked for
     * @throws RequestFailure when there are none, or too many
     */
    static Timeline of(TimelineInterval interval, LocalDate first, LocalDate last, int maxBuckets) {
        if (last.isBefore(first)) {
            throw RequestFailure.badInput("to is %s, which is before from, %s.".formatted(last, first));
        }
        LocalDate start = interval.startOf(first);
        LocalDate end = interval.plus(interval.startOf(last), 1);
        long buckets = interval.between(start, end);
        if (buckets > maxBuckets) {
            throw RequestFailure.limitExceeded(
                    "The timeline has %d buckets; the limit is %d. Ask for a shorter time or longer intervals."
                            .formatted(buckets, maxBuckets));
        }
        return new Timeline(interval, start, end);
    }

    /** Fills the buckets with the counts of one entity. */
    List<TimelineBucket> fill(Collection<BucketCount> counts) {
        Map<LocalDate, List<BucketCount>> byStart = counts.stream().collect(Collectors.groupingBy(BucketCount::start));
        List<TimelineBucket> buckets = new ArrayList<>();
        for (LocalDate bucket = start; bucket.isBefore(end); bucket = interval.plus(bucket, 1)) {
            buckets.add(bucket(bucket, byStart.getOrDefault(bucket, List.of())));
        }
        return buckets;
    }

    private static TimelineBucket bucket(LocalDate start, List<BucketCount> counts) {
        List<OutletShare> outlets =
                counts.stream().collect(Collectors.groupingBy(BucketCount::outlet)).entrySet().stream()
                        .map(outlet -> new OutletShare(
                                outlet.getKey(), sumOfArticles(outlet.getValue()), sumOfMentions(outlet.getValue())))
                        .sorted(MOST_FIRST)
                        .toList();
        return new TimelineBucket(start, sumOfArticles(counts), sumOfMentions(counts), outlets);
    }

    private static int sumOfArticles(List<BucketCount> counts) {
        return counts.stream().mapToInt(BucketCount::articles).sum();
    }

    private static int sumOfMentions(List<BucketCount> counts) {
        return counts.stream().mapToInt(BucketCount::mentions).sum();
    }
}
