package org.khabar.entity.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.jpa.HibernateHints;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;

@ApplicationScoped
class EntityRepository implements PanacheRepositoryBase<EntityRow, UUID> {

    private static final int ROWS_AT_A_TIME = 2_000;

    /** The entity that each of these ids stands for now; none for an id that no entity ever had. */
    Map<UUID, EntityRow> listByIds(Collection<UUID> ids) {
        Map<UUID, EntityRow> rows = new HashMap<>();
        getEntityManager()
                .createQuery("""
                        select asked.id, e from EntityRow asked
                        join EntityRow e on e.id = coalesce(asked.mergedInto, asked.id)
                        where asked.id in ?1
                        """, Object[].class)
                .setParameter(1, ids)
                .getResultList()
                .forEach(row -> rows.put((UUID) row[0], (EntityRow) row[1]));
        return rows;
    }

    List<NameRow> listNames(Collection<UUID> ids) {
        return rows("from NameRow where entityId in ?1 order by entityId, language", NameRow.class, ids);
    }

    List<DescriptionRow> listDescriptions(Collection<UUID> ids) {
        return rows("from DescriptionRow where entityId in ?1 order by entityId, language", DescriptionRow.class, ids);
    }

    List<AliasRow> listAliases(Collection<UUID> ids, RequestBudget budget) {
        return rows(
                "from AliasRow where entityId in ?1 and not retired order by entityId, language, type, text",
                AliasRow.class,
                ids,
                budget);
    }

    List<ExternalIdRow> listExternalIds(Collection<UUID> ids, RequestBudget budget) {
        return rows(
                "from ExternalIdRow where entityId in ?1 order by entityId, scheme, value",
                ExternalIdRow.class,
                ids,
                budget);
    }

    List<EntityDate> listDates(Collection<UUID> ids) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select entity_id, property, value from entity_date where entity_id in (?1)", Object[].class)
                .setParameter(1, ids)
                .getResultList()
                .stream()
                .map(row -> new EntityDate((UUID) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** Hands over every alias in use, as the dictionary takes it, and holds few of them at a time. */
    void readDictionary(Consumer<AliasEntry> reader) {
        try (Stream<Object[]> rows = dictionary("").getResultStream()) {
            rows.map(EntityRepository::entry).forEach(reader);
        }
    }

    /** The aliases in use of these entities, as the dictionary takes them. */
    List<AliasEntry> listDictionary(Collection<UUID> ids) {
        return dictionary("and e.id in :ids").setParameter("ids", ids).getResultList().stream()
                .map(EntityRepository::entry)
                .toList();
    }

    private TypedQuery<Object[]> dictionary(String condition) {
        return getEntityManager()
                .createQuery("""
                        select e.id, e.type, e.country, a.type, a.language, a.text, a.support
                        from AliasRow a join EntityRow e on e.id = a.entityId
                        where not a.retired and not e.hidden and e.mergedInto is null %s
                        order by a.id
                        """.formatted(condition), Object[].class)
                .setHint(HibernateHints.HINT_FETCH_SIZE, ROWS_AT_A_TIME);
    }

    private static AliasEntry entry(Object[] row) {
        return new AliasEntry(
                (UUID) row[0],
                (EntityType) row[1],
                (AliasType) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[2],
                AliasRow.countries((String) row[6]));
    }

    private <T> List<T> rows(String query, Class<T> type, Collection<UUID> ids) {
        return getEntityManager().createQuery(query, type).setParameter(1, ids).getResultList();
    }

    private <T> List<T> rows(String query, Class<T> type, Collection<UUID> ids, RequestBudget budget) {
        List<T> rows = getEntityManager()
                .createQuery(query, type)
                .setParameter(1, ids)
                .setMaxResults(budget.mostRows(ids.size()))
                .getResultList();
        return budget.complete(rows, ids.size());
    }
}
