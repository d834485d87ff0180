package org.khabar.entity.graph;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.khabar.entity.paging.Cursor;
import org.khabar.entity.paging.PageRequest;

/**
 * A place among entities that are ordered by a score, the highest first.
 *
 * @param id decides between equal scores
 */
record RankPosition(double score, UUID id) implements Comparable<RankPosition> {

    private static final Comparator<RankPosition> ORDER =
            Comparator.comparingDouble(RankPosition::score).reversed().thenComparing(RankPosition::id);

    /** @throws IllegalArgumentException when the cursor is of another connection */
    static RankPosition of(Cursor cursor, String kind) {
        List<String> fields = cursor.fieldsOf(kind, 2);
        return new RankPosition(Double.parseDouble(fields.get(0)), UUID.fromString(fields.get(1)));
    }

    String cursor(String kind) {
        return new Cursor(kind, List.of(Double.toString(score), id.toString())).encode();
    }

    @Override
    public int compareTo(RankPosition other) {
        return ORDER.compare(this, other);
    }

    /** Whether it lies between the bounds of a page. */
    boolean isIn(PageRequest<RankPosition> page) {
        return (page.after() == null || compareTo(page.after()) > 0)
                && (page.before() == null || compareTo(page.before()) < 0);
    }
}
