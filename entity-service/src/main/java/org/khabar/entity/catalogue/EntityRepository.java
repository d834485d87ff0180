package org.khabar.entity.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.khabar.entity.budget.RequestBudget;
import org.khabar.entity.tagging.AliasEntry;

@ApplicationScoped
class EntityRepository implements PanacheRepositoryBase<EntityRow, UUID> {

    List<EntityRow> listByIds(Collection<UUID> ids) {
        return list("id in ?1", ids);
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

    /** Every alias in use, as the dictionary takes it. */
    List<AliasEntry> listDictionary() {
        return getEntityManager()
                .createQuery("""
                        select e, a
                        from AliasRow a join EntityRow e on e.id = a.entityId
                        where not a.retired
                        order by a.id
                        """, Object[].class)
                .getResultStream()
                .map(row -> entry((EntityRow) row[0], (AliasRow) row[1]))
                .toList();
    }

    private static AliasEntry entry(EntityRow entity, AliasRow alias) {
        return new AliasEntry(
                entity.id,
                entity.type,
                alias.type,
                alias.language,
                alias.text,
                entity.country,
                alias.supportingCountries());
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
