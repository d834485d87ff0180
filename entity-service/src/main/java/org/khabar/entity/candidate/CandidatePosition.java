package org.khabar.entity.candidate;

import java.util.List;
import org.khabar.entity.paging.Cursor;

/** Where a name stands among those that the catalogue lacks: by its articles, then by its id. */
record CandidatePosition(int articleCount, long id) {

    private static final String KIND = "name-candidate";

    /** @throws IllegalArgumentException when the cursor is of another connection */
    static CandidatePosition of(Cursor cursor) {
        List<String> fields = cursor.fieldsOf(KIND, 2);
        return new CandidatePosition(Integer.parseInt(fields.get(0)), Long.parseLong(fields.get(1)));
    }

    String cursor() {
        return new Cursor(KIND, List.of(Integer.toString(articleCount), Long.toString(id))).encode();
    }
}
