package org.khabar.entity.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.paging.PageRequest;

/**
 * Finds entities by a name or a part of one. One or two letters are looked for at the beginning of names only, since a
 * trigram index cannot narrow them down anywhere else.
 */
@ApplicationScoped
class EntitySearch {

    private static final int SHORTEST_PART = 3;

    private static final String BY_NAME = """
            select entity_id as id,
                min(case when search_key = :key then 0 when search_key like :prefix then 1 else 2 end) as rank,
                min(length(search_key)) as length
            from entity_alias
            where not retired and search_key like :pattern
            group by entity_id
            """;

    private static final String ALL = "select id, 0 as rank, 0 as length from entity";

    private static final String OF_TYPES = " from (%s) hit join entity e on e.id = hit.id where e.type = any(:types)"
            + " and not e.hidden and e.merged_into is null";

    private final Session session;

    EntitySearch(Session session) {
        this.session = session;
    }

    /** The positions of a page in the direction that it is read, and one more when there are more. */
    List<EntityPosition> listPage(EntitySelection selection, PageRequest<EntityPosition> page) {
        String sql = "select hit.rank, hit.length, hit.id" + from(selection) + bounds(page) + order(page);
        NativeQuery<Object[]> query = session.createNativeQuery(sql, Object[].class);
        bind(query, selection);
        bind(query, "after", page.after());
        bind(query, "before", page.before());
        return query.setMaxResults(page.size() + 1).getResultList().stream()
                .map(row -> new EntityPosition((int) row[0], (int) row[1], (UUID) row[2]))
                .toList();
    }

    int count(EntitySelection selection) {
        NativeQuery<Long> query = session.createNativeQuery("select count(*)" + from(selection), Long.class);
        bind(query, selection);
        return Math.toIntExact(query.getSingleResult());
    }

    private static String from(EntitySelection selection) {
        return OF_TYPES.formatted(selection.searchKey() == null ? ALL : BY_NAME);
    }

    private static String bounds(PageRequest<EntityPosition> page) {
        String position = " and (hit.rank, hit.length, hit.id) %s (:%2$sRank, :%2$sLength, :%2$sId)";
        return (page.after() == null ? "" : position.formatted(">", "after"))
                + (page.before() == null ? "" : position.formatted("<", "before"));
    }

    private static String order(PageRequest<EntityPosition> page) {
        return page.backward()
                ? " order by hit.rank desc, hit.length desc, hit.id desc"
                : " order by hit.rank, hit.length, hit.id";
    }

    private static void bind(NativeQuery<?> query, EntitySelection selection) {
        query.setParameter("types", selection.typeNames());
        String key = selection.searchKey();
        if (key != null) {
            // A search key holds letters, digits and blanks alone: no wildcard of LIKE.
            query.setParameter("key", key);
            query.setParameter("prefix", key + '%');
            query.setParameter("pattern", key.length() < SHORTEST_PART ? key + '%' : '%' + key + '%');
        }
    }

    private static void bind(NativeQuery<?> query, String side, @Nullable EntityPosition position) {
        if (position != null) {
            query.setParameter(side + "Rank", position.rank());
            query.setParameter(side + "Length", position.length());
            query.setParameter(side + "Id", position.id());
        }
    }
}
