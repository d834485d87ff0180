package org.khabar.entity.wikidata;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.bulk.BulkRows;
import org.khabar.entity.tagging.EntityType;

/** The imports as PostgreSQL has them, and what their first reading found. */
@ApplicationScoped
@Transactional
class WikidataImportRepository {

    private static final String COLUMNS = """
            select id, file, fingerprint, file_size, array_to_string(types, ','), array_to_string(languages, ','),
                least_sitelinks, requested_by, state, stage, position, file_position, line_count, created_count,
                updated_count, failure, requested_at, started_at, ended_at
            from wikidata_import
            """;

    private final Session session;

    WikidataImportRepository(Session session) {
        this.session = session;
    }

    /**
     * Puts an import into the queue.
     *
     * @return empty when another is waiting or under way
     */
    Optional<WikidataImport> create(
            String file, String fingerprint, long size, ItemSelection selection, String requestedBy) {
        List<UUID> created = session.createNativeQuery("""
                        insert into wikidata_import (file, fingerprint, file_size, types, languages, least_sitelinks,
                            requested_by)
                        values (:file, :fingerprint, :size, string_to_array(:types, ','),
                            string_to_array(:languages, ','), :sitelinks, :by)
                        on conflict ((true)) where state in ('WAITING', 'RUNNING') do nothing
                        returning id
                        """, UUID.class)
                .setParameter("file", file)
                .setParameter("fingerprint", fingerprint)
                .setParameter("size", size)
                .setParameter(
                        "types",
                        selection.types().stream().map(Enum::name).sorted().collect(Collectors.joining(",")))
                .setParameter("languages", String.join(",", selection.languages()))
                .setParameter("sitelinks", selection.leastSitelinks())
                .setParameter("by", requestedBy)
                .getResultList();
        return created.stream().findFirst().flatMap(this::find);
    }

    Optional<WikidataImport> find(UUID id) {
        return list(session.createNativeQuery(COLUMNS + "where id = :id", Object[].class)
                        .setParameter("id", id))
                .stream()
                .findFirst();
    }

    /** The latest imports, the newest first. */
    List<WikidataImport> listLatest(int most) {
        return list(session.createNativeQuery(COLUMNS + "order by id desc", Object[].class)
                .setMaxResults(most));
    }

    /** Those that nobody runs. */
    List<WikidataImport> listIdle() {
        return list(session.createNativeQuery(COLUMNS + """
                where state in ('WAITING', 'RUNNING') and (lease_until is null or lease_until < now()) order by id
                """, Object[].class));
    }

    /** Takes an import that nobody runs; false when somebody was faster. */
    boolean claim(UUID id, UUID worker, Duration lease) {
        return update("""
                update wikidata_import set state = 'RUNNING', worker = :worker,
                    lease_until = now() + cast(:lease as interval), started_at = coalesce(started_at, now())
                where id = :id and state in ('WAITING', 'RUNNING') and (lease_until is null or lease_until < now())
                """, id, worker, lease);
    }

    /** Keeps an import; false when it is not this worker's any more. */
    boolean renew(UUID id, UUID worker, Duration lease, long filePosition, int lines) {
        return session.createNativeMutationQuery("""
                        update wikidata_import set lease_until = now() + cast(:lease as interval),
                            file_position = :filePosition, line_count = :lines
                        where id = :id and worker = :worker and state = 'RUNNING'
                        """)
                        .setParameter("id", id)
                        .setParameter("worker", worker)
                        .setParameter("lease", seconds(lease))
                        .setParameter("filePosition", filePosition)
                        .setParameter("lines", lines)
                        .executeUpdate()
                == 1;
    }

    /** Lets another process go on at once. */
    void release(UUID id, UUID worker) {
        session.createNativeMutationQuery(
                        "update wikidata_import set lease_until = null, worker = null where id = :id and worker = :worker")
                .setParameter("id", id)
                .setParameter("worker", worker)
                .executeUpdate();
    }

    /** Counts what a batch wrote and moves the position behind it; false when it is not this worker's any more. */
    boolean advance(UUID id, UUID worker, Duration lease, Progress progress) {
        boolean mine = session.createNativeMutationQuery("""
                        update wikidata_import set position = :position, file_position = :filePosition,
                            line_count = :lines, created_count = created_count + :created,
                            updated_count = updated_count + :updated, lease_until = now() + cast(:lease as interval)
                        where id = :id and worker = :worker and state = 'RUNNING'
                        """)
                        .setParameter("id", id)
                        .setParameter("worker", worker)
                        .setParameter("lease", seconds(lease))
                        .setParameter("position", progress.position())
                        .setParameter("filePosition", progress.filePosition())
                        .setParameter("lines", progress.lines())
                        .setParameter("created", progress.created())
                        .setParameter("updated", progress.updated())
                        .executeUpdate()
                == 1;
        if (mine) {
            progress.skips().forEach(skips -> count(id, skips));
        }
        return mine;
    }

    private void count(UUID id, WikidataImport.Skips skips) {
        session.createNativeMutationQuery("""
                        insert into wikidata_import_skip (import_id, reason, item_count, example)
                        values (:id, :reason, :count, :example)
                        on conflict (import_id, reason)
                        do update set item_count = wikidata_import_skip.item_count + excluded.item_count
                        """)
                .setParameter("id", id)
                .setParameter("reason", skips.reason().name())
                .setParameter("count", skips.count())
                .setParameter("example", skips.example())
                .executeUpdate();
    }

    /** Ends an import; false when it is not this worker's any more. */
    boolean end(UUID id, UUID worker, ImportState state, @Nullable String failure) {
        return session.createNativeMutationQuery("""
                        update wikidata_import set state = :state, failure = :failure, ended_at = now(), lease_until = null
                        where id = :id and worker = :worker and state = 'RUNNING'
                        """)
                        .setParameter("id", id)
                        .setParameter("worker", worker)
                        .setParameter("state", state.name())
                        .setParameter("failure", failure)
                        .executeUpdate()
                == 1;
    }

    /** Whoever runs it stops before its next batch; false when it has ended. */
    boolean cancel(UUID id) {
        return session.createNativeMutationQuery("""
                        update wikidata_import set state = 'CANCELLED', ended_at = now(), lease_until = null
                        where id = :id and state in ('WAITING', 'RUNNING')
                        """).setParameter("id", id).executeUpdate() == 1;
    }

    /** What these imports left out, the most frequent reason first. */
    Map<UUID, List<WikidataImport.Skips>> listSkips(List<UUID> ids) {
        return session.createNativeQuery("""
                        select import_id, reason, item_count, example from wikidata_import_skip
                        where import_id in (:ids) order by item_count desc, reason
                        """, Object[].class).setParameter("ids", ids).getResultList().stream()
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0],
                        Collectors.mapping(WikidataImportRepository::skips, Collectors.toList())));
    }

    private static WikidataImport.Skips skips(Object[] row) {
        return new WikidataImport.Skips(
                SkipReason.valueOf((String) row[1]), ((Number) row[2]).intValue(), (String) row[3]);
    }

    /** Keeps what the first reading found, and has the second begin; false when it is not this worker's any more. */
    boolean storeClasses(UUID id, UUID worker, Duration lease, ClassTypes classes, Map<Integer, String> countries) {
        session.createNativeMutationQuery("delete from wikidata_import_class where import_id = :id")
                .setParameter("id", id)
                .executeUpdate();
        session.createNativeMutationQuery("delete from wikidata_import_country where import_id = :id")
                .setParameter("id", id)
                .executeUpdate();
        BulkRows typeRows = new BulkRows("uuid", "int4", "text");
        for (int i = 0; i < classes.size(); i++) {
            typeRows.add(id, classes.number(i), classes.type(i).name());
        }
        BulkRows countryRows = new BulkRows("uuid", "int4", "text");
        countries.forEach((item, code) -> countryRows.add(id, item, code));
        session.doWork(connection ->
                typeRows.execute(connection, "insert into wikidata_import_class select * from unnest(?, ?, ?)"));
        session.doWork(connection ->
                countryRows.execute(connection, "insert into wikidata_import_country select * from unnest(?, ?, ?)"));
        return update("""
                update wikidata_import set stage = 'ITEMS', position = 0, file_position = 0, line_count = 0,
                    lease_until = now() + cast(:lease as interval)
                where id = :id and worker = :worker and state = 'RUNNING'
                """, id, worker, lease);
    }

    ClassTypes listClasses(UUID id) {
        ClassTypes.Builder builder = new ClassTypes.Builder();
        session.createNativeQuery(
                        "select class_number, type from wikidata_import_class where import_id = :id order by class_number",
                        Object[].class)
                .setParameter("id", id)
                .setFetchSize(5_000)
                .getResultStream()
                .forEach(row -> builder.add(((Number) row[0]).intValue(), EntityType.valueOf((String) row[1])));
        return builder.build();
    }

    /** Codes of countries by item: what the dump says, then what the catalogue knew. */
    Map<Integer, String> listCountries(UUID id) {
        Map<Integer, String> countries = new HashMap<>();
        session.createNativeQuery("""
                        select substr(external.value, 2), entity.country
                        from entity_external_id external join entity on entity.id = external.entity_id
                        join entity_key key on key.entity_id = entity.id and key.key = 'cldr:territory/' || entity.country
                        where external.scheme = 'wikidata' and external.value ~ '^Q[1-9][0-9]{0,8}$'
                        """, Object[].class)
                .getResultList()
                .forEach(row -> countries.put(Integer.valueOf((String) row[0]), (String) row[1]));
        session.createNativeQuery(
                        "select item_number, code from wikidata_import_country where import_id = :id", Object[].class)
                .setParameter("id", id)
                .getResultList()
                .forEach(row -> countries.put(((Number) row[0]).intValue(), (String) row[1]));
        return countries;
    }

    private boolean update(String sql, UUID id, UUID worker, Duration lease) {
        return session.createNativeMutationQuery(sql)
                        .setParameter("id", id)
                        .setParameter("worker", worker)
                        .setParameter("lease", seconds(lease))
                        .executeUpdate()
                == 1;
    }

    private static String seconds(Duration lease) {
        return lease.toMillis() + " milliseconds";
    }

    private static List<WikidataImport> list(NativeQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(WikidataImportRepository::read)
                .toList();
    }

    private static WikidataImport read(Object[] row) {
        return new WikidataImport(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).longValue(),
                new ItemSelection(
                        split((String) row[4]).map(EntityType::valueOf).collect(Collectors.toSet()),
                        split((String) row[5]).toList(),
                        ((Number) row[6]).intValue()),
                (String) row[7],
                ImportState.valueOf((String) row[8]),
                ImportStage.valueOf((String) row[9]),
                ((Number) row[10]).longValue(),
                ((Number) row[11]).longValue(),
                ((Number) row[12]).intValue(),
                ((Number) row[13]).intValue(),
                ((Number) row[14]).intValue(),
                (@Nullable String) row[15],
                (Instant) row[16],
                (@Nullable Instant) row[17],
                (@Nullable Instant) row[18]);
    }

    private static Stream<String> split(String list) {
        return Arrays.stream(list.split(",", -1));
    }
}
