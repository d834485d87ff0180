package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SearchWindowsTest {

    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    private static final SearchWindows WINDOWS = new SearchWindows(
            IntStream.rangeClosed(0, 300).mapToObj(SearchWindowsTest::hour).toList());

    @Property
    void partsAreTheWholeStretchNewestFirst(
            @ForAll @IntRange(min = -20, max = 320) int from, @ForAll @IntRange(min = 1, max = 340) int length) {
        TimeRange whole = new TimeRange(hour(from), hour(from + length));
        List<TimeRange> parts = WINDOWS.newestFirst(whole);
        assertThat(parts.getFirst().before()).isEqualTo(whole.before());
        assertThat(parts.getLast().from()).isEqualTo(whole.from());
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).before()).isEqualTo(parts.get(i - 1).from());
            assertThat(parts.get(i).isEmpty()).isFalse();
        }
    }

    @Test
    void theFirstPartsAreSmall() {
        assertThat(WINDOWS.newestFirst(TimeRange.ALL))
                .containsExactly(
                        new TimeRange(hour(299), null),
                        new TimeRange(hour(288), hour(299)),
                        new TimeRange(null, hour(288)));
    }

    @Test
    void aSmallArchiveIsNotParted() {
        assertThat(SearchWindows.WHOLE.newestFirst(TimeRange.ALL)).containsExactly(TimeRange.ALL);
    }

    private static Instant hour(int number) {
        return START.plusSeconds(3600L * number);
    }
}
