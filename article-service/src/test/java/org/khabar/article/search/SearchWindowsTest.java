package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            @ForAll @IntRange(min = -20, max = 320) int from,
            @ForAll @IntRange(min = 1, max = 340) int length,
            @ForAll List<@IntRange(max = 4) Integer> matches) {
        TimeRange whole = new TimeRange(hour(from), hour(from + length));
        List<TimeRange> parts = walk(WINDOWS, whole, matches);
        assertThat(parts.getFirst().before()).isEqualTo(whole.before());
        assertThat(parts.getLast().from()).isEqualTo(whole.from());
        for (int i = 1; i < parts.size(); i++) {
            assertThat(parts.get(i).before()).isEqualTo(parts.get(i - 1).from());
            assertThat(parts.get(i).isEmpty()).isFalse();
        }
    }

    @Test
    void theFirstPartsAreSmallAndWithoutAMatchTheThirdIsTheRest() {
        assertThat(walk(WINDOWS, TimeRange.ALL, List.of()))
                .containsExactly(
                        new TimeRange(hour(299), null),
                        new TimeRange(hour(287), hour(299)),
                        new TimeRange(null, hour(287)));
    }

    @Test
    void aPartIsAsLongAsWhatIsMissingTakes() {
        assertThat(walk(WINDOWS, TimeRange.ALL, List.of(10, 5)))
                .startsWith(
                        new TimeRange(hour(299), null),
                        new TimeRange(hour(295), hour(299)),
                        new TimeRange(hour(291), hour(295)));
    }

    @Test
    void aSmallArchiveIsNotParted() {
        assertThat(walk(SearchWindows.WHOLE, TimeRange.ALL, List.of())).containsExactly(TimeRange.ALL);
    }

    /** All parts, if these are the matches in the first ones and the others have none, and 21 are wanted. */
    private static List<TimeRange> walk(SearchWindows windows, TimeRange whole, List<Integer> matches) {
        SearchWindows.Walk walk = windows.walk(whole, 21);
        List<TimeRange> parts = new ArrayList<>();
        int found = 0;
        for (Optional<TimeRange> part = walk.next(0); part.isPresent(); part = walk.next(Math.min(20, found))) {
            found += parts.size() < matches.size() ? matches.get(parts.size()) : 0;
            parts.add(part.get());
        }
        return parts;
    }

    private static Instant hour(int number) {
        return START.plusSeconds(3600L * number);
    }
}
