package org.khabar.entity.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.khabar.entity.bulk.BulkRows;
import org.khabar.entity.editing.EntityChange;
import org.khabar.entity.editing.EntityRevisionKind;

/** Writes the history of what imports change, in the transaction of the caller. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class RevisionRepository {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String INSERT = """
            insert into entity_revision (entity_id, version, kind, other_id, author, changes)
            select entity_id, version, kind, other_id, author, cast(changes as jsonb)
            from unnest(?, ?, ?, ?, ?, ?) as given (entity_id, version, kind, other_id, author, changes)
            """;

    private final Session session;

    RevisionRepository(Session session) {
        this.session = session;
    }

    void append(Collection<Change> changes, String author) {
        BulkRows rows = rows();
        for (Change change : changes) {
            for (Change.Revision revision : change.revisions()) {
                rows.add(
                        change.id(),
                        change.after().version(),
                        revision.kind().name(),
                        null,
                        author,
                        write(revision.changes()));
            }
        }
        session.doWork(connection -> rows.execute(connection, INSERT));
    }

    /** An id came in that stands for another entity. */
    void appendMerged(UUID id, int version, UUID survivor, String author) {
        BulkRows rows = rows();
        rows.add(id, version, EntityRevisionKind.MERGED_AWAY.name(), survivor, author, write(List.of()));
        session.doWork(connection -> rows.execute(connection, INSERT));
    }

    private static BulkRows rows() {
        return new BulkRows("uuid", "int4", "text", "uuid", "text", "text");
    }

    private static String write(List<EntityChange> changes) {
        try {
            return JSON.writeValueAsString(changes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Texts and lists of texts can always be written.", impossible);
        }
    }
}
