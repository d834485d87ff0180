package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.khabar.entity.bulk.BulkRows;

/** Mentions that an editor gave to another entity, until their articles are linked again. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class Reassignments {

    private final Session session;

    Reassignments(Session session) {
        this.session = session;
    }

    /** The places of these where no shown mention of any of the entities stands. */
    List<MentionPlace> listMissing(List<MentionPlace> places, List<UUID> entities) {
        return places.stream().filter(place -> isMissing(place, entities)).toList();
    }

    private boolean isMissing(MentionPlace place, List<UUID> entities) {
        return session.createNativeQuery("""
                        select 1 from mention where article_id = ?1 and block = ?2 and start_offset = ?3
                            and entity_id = any(?4) and status <> 'REJECTED'
                        """, Integer.class)
                .setParameter(1, place.article())
                .setParameter(2, place.block())
                .setParameter(3, place.start())
                .setParameter(4, entities.toArray(UUID[]::new))
                .getResultList()
                .isEmpty();
    }

    void store(List<MentionPlace> places, UUID entity) {
        BulkRows rows = new BulkRows("uuid", "int", "int", "uuid");
        places.forEach(place -> rows.add(place.article(), place.block(), place.start(), entity));
        session.doWork(connection -> rows.execute(connection, """
                insert into mention_reassignment (article_id, block, start_offset, entity_id)
                select * from unnest(?, ?, ?, ?)
                on conflict (article_id, block, start_offset) do update set entity_id = excluded.entity_id
                """));
    }

    /** The article's mentions as editors have given them to entities; what is taken here is done. */
    List<FoundMention> take(UUID article, List<FoundMention> mentions) {
        Map<MentionPlace, UUID> given = new HashMap<>();
        session.createNativeQuery(
                        "delete from mention_reassignment where article_id = ?1 returning block, start_offset, entity_id",
                        Object[].class)
                .setParameter(1, article)
                .getResultList()
                .forEach(row -> given.put(new MentionPlace(article, (int) row[0], (int) row[1]), (UUID) row[2]));
        return mentions.stream()
                .map(mention -> {
                    UUID entity = given.get(new MentionPlace(article, mention.block(), mention.start()));
                    return entity == null ? mention : mention.decided(entity);
                })
                .toList();
    }
}
