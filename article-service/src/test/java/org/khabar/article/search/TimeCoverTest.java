package org.khabar.article.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TimeCoverTest {

    @Property
    void everyArticleOfARangeHasALexemeOfItsCover(
            @ForAll("instants") Instant from, @ForAll("instants") Instant before, @ForAll("instants") Instant time) {
        List<TimeRange> ranges =
                List.of(new TimeRange(from, before), new TimeRange(null, before), new TimeRange(from, null));
        for (TimeRange range : ranges) {
            List<String> cover = TimeCover.of(range);
            boolean inside = (range.from() == null || !time.isBefore(range.from()))
                    && (range.before() == null || time.isBefore(range.before()));
            assertThat(cover).hasSizeLessThan(100);
            if (inside) {
                assertThat(cover).containsAnyElementsOf(TimeCover.of(time));
            }
        }
    }

    @Test
    void aCoverIsMadeOfTheLargestStretches() {
        TimeRange range = new TimeRange(Instant.parse("2008-11-03T00:00:00Z"), Instant.parse("2021-02-15T00:00:00Z"));
        assertThat(TimeCover.of(range))
                .containsExactly("~m2008-11", "~m2008-12", "~y2009", "~d201", "~y2020", "~m2021-01", "~m2021-02");
    }

    @Test
    void noBoundsNeedNoCover() {
        assertThat(TimeCover.of(TimeRange.ALL)).isEmpty();
    }

    @Provide
    Arbitrary<Instant> instants() {
        long first = Instant.parse("1850-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("2250-01-01T00:00:00Z").getEpochSecond();
        return Arbitraries.oneOf(
                Arbitraries.longs().between(first, last).map(Instant::ofEpochSecond),
                Arbitraries.of(Instant.MIN, Instant.MAX, Instant.parse("2020-01-01T00:00:00Z")));
    }
}
