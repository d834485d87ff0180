package org.khabar.article.outlet;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.khabar.article.paging.Cursor;
import org.khabar.article.paging.Page;
import org.khabar.article.paging.PageInfo;
import org.khabar.article.paging.PageRequest;

/** A page of outlets, by code. */
public record OutletConnection(
        @NonNull List<@NonNull OutletEdge> edges,
        @NonNull List<@NonNull OutletNode> nodes,
        @NonNull PageInfo pageInfo,
        int totalCount) {

    private static final String CURSOR_KIND = "outlet";

    /** @param all the outlets of the whole connection, by code */
    static OutletConnection of(List<Outlet> all, PageRequest<String> request) {
        List<Outlet> range = all.stream()
                .filter(outlet -> request.after() == null || outlet.code().compareTo(request.after()) > 0)
                .filter(outlet -> request.before() == null || outlet.code().compareTo(request.before()) < 0)
                .toList();
        List<OutletNode> rows = (request.backward() ? range.reversed() : range)
                .stream().limit(request.size() + 1L).map(OutletNode::of).toList();
        Page<OutletNode> page = Page.of(rows, request);
        return new OutletConnection(
                page.items().stream()
                        .map(outlet -> new OutletEdge(outlet, cursor(outlet)))
                        .toList(),
                page.items(),
                page.info(OutletConnection::cursor),
                all.size());
    }

    static String code(Cursor cursor) {
        return cursor.fieldsOf(CURSOR_KIND, 1).getFirst();
    }

    private static String cursor(OutletNode outlet) {
        return new Cursor(CURSOR_KIND, List.of(outlet.code())).encode();
    }
}
