package org.khabar.entity.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FeedBatchesTest {

    @Test
    void twoEventsOfOneArticleAreNotInOneBatch() {
        assertThat(sizes(List.of(published(1, 7, 10), published(2, 8, 10), withdrawn(3, 7), published(4, 7, 10)), 50))
                .containsExactly(2, 1, 1);
    }

    @Test
    void anEventThatCannotBeUnderstoodIsAlone() {
        assertThat(sizes(List.of(published(1, 1, 10), unreadable(2), published(3, 3, 10), published(4, 4, 10)), 50))
                .containsExactly(1, 1, 2);
    }

    @Test
    void longTextsAreNotStoredTogether() {
        assertThat(sizes(List.of(published(1, 1, 600_000), published(2, 2, 600_000), published(3, 3, 2_000_000)), 50))
                .containsExactly(1, 1, 1);
    }

    @Property
    void allEventsAreHandledOnceInTheirOrder(
            @ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> articles,
            @ForAll @IntRange(min = 1, max = 8) int most) {
        List<FeedEvent> events = IntStream.range(0, articles.size())
                .mapToObj(i -> articles.get(i) == 0 ? unreadable(i) : published(i, articles.get(i), 10))
                .toList();

        List<List<FeedEvent>> batches = FeedBatches.of(events, most);

        assertThat(batches.stream().flatMap(List::stream).toList()).isEqualTo(events);
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeBetween(1, most));
        assertThat(batches)
                .allSatisfy(batch -> assertThat(
                                batch.stream().map(FeedEvent::subject).toList())
                        .doesNotHaveDuplicates());
    }

    private static List<Integer> sizes(List<FeedEvent> events, int most) {
        return FeedBatches.of(events, most).stream().map(List::size).toList();
    }

    private static FeedEvent published(long id, int article, int length) {
        return new FeedEvent.Published(
                id,
                null,
                new ArticleSnapshot(
                        new UUID(1, article), 1, "ar", "", null, "خبر", Instant.EPOCH, List.of("ن".repeat(length))));
    }

    private static FeedEvent withdrawn(long id, int article) {
        return new FeedEvent.Withdrawn(id, null, new UUID(1, article));
    }

    private static FeedEvent unreadable(long id) {
        return new FeedEvent.Unreadable(id, null, "", "it is no event");
    }
}
