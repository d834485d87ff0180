package org.khabar.article.backfill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far each work has come. All but {@link #isPending} are parts of a step's transaction. */
@ApplicationScoped
public class BackfillRepository {

    private final EntityManager entities;

    BackfillRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Whether the work is not done yet. Needs a transaction. */
    public boolean isPending(String name) {
        return !entities.createNativeQuery("select name from backfill where name = :name", String.class)
                .setParameter("name", name)
                .getResultList()
                .isEmpty();
    }

    /** Where to go on, from greater ids to lesser, for the caller alone; empty when another has it, or it is done. */
    @SuppressWarnings("unchecked") // A native query of one column lists its type.
    public Optional<UUID> claim(String name) {
        return ((List<UUID>) entities.createNativeQuery(
                                "select last_id from backfill where name = :name for update skip locked", UUID.class)
                        .setParameter("name", name)
                        .getResultList())
                .stream().findFirst();
    }

    /** Notes that everything from this id on is done. */
    public void advance(String name, UUID last) {
        entities.createNativeQuery("update backfill set last_id = :last where name = :name")
                .setParameter("last", last)
                .setParameter("name", name)
                .executeUpdate();
    }

    /** Notes that all is done. */
    public void finish(String name) {
        entities.createNativeQuery("delete from backfill where name = :name")
                .setParameter("name", name)
                .executeUpdate();
    }
}
