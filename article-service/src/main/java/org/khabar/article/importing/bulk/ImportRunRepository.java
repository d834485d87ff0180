package org.khabar.article.importing.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The tables of imports with a key. */
@ApplicationScoped
class ImportRunRepository {

    private final EntityManager entities;

    ImportRunRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Begins an import, or goes on with it: from now on only this attempt may write. Waits for a batch of the attempt
     * before that is being committed.
     */
    ImportRun begin(String author, String key, Instant now) {
        Object[] row = (Object[]) entities.createNativeQuery("""
                        insert into import_run as run (author, key, attempt, started_at, updated_at)
                        values (:author, :key, 1, :now, :now)
                        on conflict (author, key) do update
                          set attempt = run.attempt + 1, updated_at = :now, finished_at = null
                        returning attempt, last_position, failed
                        """, Object[].class)
                .setParameter("author", author)
                .setParameter("key", key)
                .setParameter("now", now)
                .getSingleResult();
        return new ImportRun(
                author,
                key,
                ((Number) row[0]).intValue(),
                ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue());
    }

    /** Takes a batch into the record; false when another attempt has begun. */
    boolean advance(ImportRun run, long position, BatchCounts counts, Instant now) {
        return entities.createNativeQuery("""
                        update import_run set last_position = greatest(last_position, :position), updated_at = :now,
                          created = created + :created, revised = revised + :revised,
                          unchanged = unchanged + :unchanged, failed = failed + :failed
                        where author = :author and key = :key and attempt = :attempt
                        """)
                        .setParameter("position", position)
                        .setParameter("now", now)
                        .setParameter("created", counts.created())
                        .setParameter("revised", counts.revised())
                        .setParameter("unchanged", counts.unchanged())
                        .setParameter("failed", counts.failed())
                        .setParameter("author", run.author())
                        .setParameter("key", run.key())
                        .setParameter("attempt", run.attempt())
                        .executeUpdate()
                == 1;
    }

    void addFailure(ImportRun run, long position, long index, ItemError error) {
        entities.createNativeQuery("""
                        insert into import_failure (author, key, place, number, code, message, path)
                        values (:author, :key, :place, :number, :code, :message, cast(:path as text))
                        on conflict do nothing
                        """)
                .setParameter("author", run.author())
                .setParameter("key", run.key())
                .setParameter("place", position)
                .setParameter("number", index)
                .setParameter("code", error.code().name())
                .setParameter("message", error.message())
                .setParameter("path", error.path())
                .executeUpdate();
    }

    void finish(ImportRun run, Instant now) {
        entities.createNativeQuery("""
                        update import_run set finished_at = :now, updated_at = :now
                        where author = :author and key = :key and attempt = :attempt
                        """)
                .setParameter("now", now)
                .setParameter("author", run.author())
                .setParameter("key", run.key())
                .setParameter("attempt", run.attempt())
                .executeUpdate();
    }

    void deleteBefore(Instant time) {
        entities.createNativeQuery("delete from import_run where updated_at < :time")
                .setParameter("time", time)
                .executeUpdate();
    }

    Optional<ImportRecord> find(String author, String key) {
        List<?> rows = select("""
                select started_at, updated_at, finished_at, last_position, created, revised, unchanged, failed
                from import_run where author = :author and key = :key
                """, author, key).getResultList();
        return rows.stream().findFirst().map(row -> record(key, (Object[]) row, listFailures(author, key)));
    }

    private List<ImportRecord.Failure> listFailures(String author, String key) {
        List<?> rows = select("""
                select place, code, message, path from import_failure
                where author = :author and key = :key order by place, number
                """, author, key).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new ImportRecord.Failure(
                        ((Number) row[0]).longValue(), (String) row[1], (String) row[2], (String) row[3]))
                .toList();
    }

    private Query select(String sql, String author, String key) {
        return entities.createNativeQuery(sql, Object[].class)
                .setParameter("author", author)
                .setParameter("key", key);
    }

    private static ImportRecord record(String key, Object[] row, List<ImportRecord.Failure> failures) {
        return new ImportRecord(
                key,
                instant(row[0]).toString(),
                instant(row[1]).toString(),
                row[2] == null ? null : instant(row[2]).toString(),
                ((Number) row[3]).longValue(),
                new BatchCounts(
                        ((Number) row[4]).longValue(),
                        ((Number) row[5]).longValue(),
                        ((Number) row[6]).longValue(),
                        ((Number) row[7]).longValue()),
                failures);
    }

    private static Instant instant(Object value) {
        return switch (value) {
            case Timestamp timestamp -> timestamp.toInstant();
            case OffsetDateTime time -> time.toInstant();
            default -> (Instant) value;
        };
    }
}
