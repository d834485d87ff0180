package org.khabar.entity.editing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.paging.PageRequest;

/** The history of entities. */
@ApplicationScoped
class HistoryRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What was done to the entities that were merged into one is its history as well. */
    private static final String PAGES = """
            select owner.id, page.* from unnest(:owners) as owner (id) cross join lateral (
                select r.id as position, r.entity_id, r.version, r.kind, r.other_id, r.author, r.at, r.note,
                    cast(r.changes as text) as changes
                from entity_revision r
                where r.entity_id = any(array(
                    select owner.id union all select e.id from entity e where e.merged_into = owner.id))%s
                order by r.id %s limit :size
            ) page
            """;

    private final Session session;

    HistoryRepository(Session session) {
        this.session = session;
    }

    /** A revision with who made it. */
    record Row(UUID owner, long position, EntityRevision revision, Signature by, Instant at) {}

    void append(EntityRevision revision, Signature by) {
        session.createNativeMutationQuery("""
                        insert into entity_revision (entity_id, version, kind, other_id, author, note, changes)
                        values (?1, ?2, ?3, cast(?4 as uuid), ?5, ?6, cast(?7 as jsonb))
                        """)
                .setParameter(1, revision.entity())
                .setParameter(2, revision.version())
                .setParameter(3, revision.kind().name())
                .setParameter(
                        4, revision.other() == null ? null : revision.other().toString(), String.class)
                .setParameter(5, by.author())
                .setParameter(6, by.note(), String.class)
                .setParameter(7, write(revision.changes()))
                .executeUpdate();
    }

    /** For each entity the rows of a page in the direction that it is read, and one more when there are more. */
    Map<UUID, List<Row>> listByEntities(
            Collection<UUID> entities, PageRequest<HistoryPosition> page, RequestBudget budget) {
        NativeQuery<Object[]> query = session.createNativeQuery(
                        PAGES.formatted(bounds(page), page.backward() ? "asc" : "desc"), Object[].class)
                .setParameter("owners", entities.toArray(UUID[]::new))
                .setParameter("size", page.size() + 1)
                .setMaxResults(budget.mostRows(entities.size()));
        bind(query, "after", page.after());
        bind(query, "before", page.before());
        return budget.complete(query.getResultList(), entities.size()).stream()
                .map(HistoryRepository::row)
                .collect(Collectors.groupingBy(Row::owner));
    }

    private static String bounds(PageRequest<HistoryPosition> page) {
        return (page.after() == null ? "" : " and r.id < :after")
                + (page.before() == null ? "" : " and r.id > :before");
    }

    private static void bind(NativeQuery<?> query, String name, @Nullable HistoryPosition position) {
        if (position != null) {
            query.setParameter(name, position.id());
        }
    }

    private static Row row(Object[] columns) {
        return new Row(
                (UUID) columns[0],
                (long) columns[1],
                new EntityRevision(
                        (UUID) columns[2],
                        (int) columns[3],
                        EntityRevisionKind.valueOf((String) columns[4]),
                        (UUID) columns[5],
                        read((String) columns[9])),
                new Signature((String) columns[6], (String) columns[8]),
                (Instant) columns[7]);
    }

    private static String write(List<EntityChange> changes) {
        try {
            return JSON.writeValueAsString(changes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts and lists of texts can always be written.", impossible);
        }
    }

    private static List<EntityChange> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<EntityChange>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored change cannot be read.", damaged);
        }
    }
}
