package org.khabar.article.article;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.article.paging.Cursor;

/** A revision in a connection, and the cursor that points at it. */
public record RevisionEdge(
        @NonNull RevisionNode node, @NonNull String cursor) {

    private static final String CURSOR_KIND = "revision";

    static RevisionEdge of(RevisionNode revision) {
        return new RevisionEdge(revision, cursor(revision));
    }

    static String cursor(RevisionNode revision) {
        return new Cursor(CURSOR_KIND, List.of(Integer.toString(revision.version()))).encode();
    }

    static Integer version(Cursor cursor) {
        return Integer.valueOf(cursor.fieldsOf(CURSOR_KIND, 1).getFirst());
    }
}
