package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.khabar.entity.bulk.BulkRows;

/**
 * What is to be linked again: changes of the catalogue whose articles are to be found, and the articles. Each has the
 * transaction of the change; who works on it must have a dictionary that has seen it (a position above it). What an editor
 * does is urgent: it does not wait for changes by the thousand.
 *
 * <p>A claim is a time in the article's row, not a lock: who stores an article's mentions holds the feed's cursor first, and
 * would wait for a claim that waits for the cursor.
 */
@ApplicationScoped
class RelinkQueue {

    private static final String ADD = """
            insert into relink_article (article_id, transaction_id, urgent)
            select article_id, cast(:transaction as xid8), :urgent from (%s) as found order by article_id
            on conflict (article_id) do update set claimed_until = null,
                urgent = relink_article.urgent or excluded.urgent,
                transaction_id = greatest(relink_article.transaction_id, excluded.transaction_id)
            """;
    static final String THAT_MENTION = """
            select article_id from mention where entity_id = :entity
            union select article_id from article_entity where entity_id = :entity
            """;
    static final String WITH_WORDS = """
            select article_id from article_text
            where words && cast(:first as int[]) and words @> cast(:further as int[])
            """;

    private final Session session;

    RelinkQueue(Session session) {
        this.session = session;
    }

    private record Request(
            long id, Optional<UUID> entity, Integer[] first, Integer[] further, String transaction, boolean urgent) {

        boolean isForAll() {
            return entity.isEmpty() && first.length == 0 && further.length == 0;
        }
    }

    /** Wants the articles that mention an entity, urgently, by the transaction of the caller. */
    @Transactional(Transactional.TxType.MANDATORY)
    void request(UUID entity) {
        session.createNativeMutationQuery("insert into relink_request (entity_id, urgent) values (?1, true)")
                .setParameter(1, entity)
                .executeUpdate();
    }

    /** Wants the articles that mention any of many entities, by the transaction of the caller. */
    @Transactional(Transactional.TxType.MANDATORY)
    void request(Collection<UUID> entities) {
        session.createNativeMutationQuery("insert into relink_request (entity_id) select unnest(cast(?1 as uuid[]))")
                .setParameter(1, entities.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Wants the articles whose text may hold a name, urgently, by the transaction of the caller. */
    @Transactional(Transactional.TxType.MANDATORY)
    void request(TextWords.Pattern pattern) {
        session.createNativeMutationQuery(
                        "insert into relink_request (first_words, further_words, urgent) values (?1, ?2, true)")
                .setParameter(1, pattern.first())
                .setParameter(2, pattern.further())
                .executeUpdate();
    }

    /** Wants the articles whose text may hold any of many names, by the transaction of the caller. */
    @Transactional(Transactional.TxType.MANDATORY)
    void request(List<TextWords.Pattern> patterns) {
        BulkRows rows = new BulkRows("text", "text");
        patterns.forEach(pattern -> rows.add(array(pattern.first()), array(pattern.further())));
        session.doWork(connection -> rows.execute(connection, """
                insert into relink_request (first_words, further_words)
                select cast(first_words as int[]), cast(further_words as int[])
                from unnest(?, ?) as given (first_words, further_words)
                """));
    }

    private static String array(Integer[] words) {
        return Stream.of(words).map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    /** Wants all articles, by the transaction of the caller: a request of no words. */
    @Transactional(Transactional.TxType.MANDATORY)
    void requestAll() {
        session.createNativeMutationQuery("""
                        insert into relink_request (first_words, further_words) select '{}', '{}'
                        where not exists (
                            select 1 from relink_request
                            where first_words = '{}' and further_words = '{}' and transaction_id = pg_current_xact_id())
                        """).executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    boolean hasArticles() {
        return session.createNativeQuery("select exists (select 1 from article_text)", Boolean.class)
                .getSingleResult();
    }

    /**
     * Queues the articles of one request, which is done then. One statement, which millions of articles let take seconds.
     *
     * @param position all transactions below it have been seen
     * @return whether there was a request
     */
    @Transactional
    boolean expand(long position) {
        Optional<Request> request = session.createNativeQuery("""
                        select id, entity_id, first_words, further_words, cast(transaction_id as text), urgent
                        from relink_request
                        where transaction_id < cast(?1 as xid8) order by urgent desc, id limit 1
                        for update skip locked
                        """, Object[].class)
                .setParameter(1, Long.toString(position))
                .uniqueResultOptional()
                .map(row -> new Request(
                        (long) row[0],
                        Optional.ofNullable((UUID) row[1]),
                        row[2] == null ? new Integer[0] : (Integer[]) row[2],
                        row[3] == null ? new Integer[0] : (Integer[]) row[3],
                        (String) row[4],
                        (boolean) row[5]));
        request.ifPresent(one -> {
            if (one.isForAll()) {
                expandAll(position);
            } else {
                expand(one);
            }
        });
        return request.isPresent();
    }

    /** Queues all articles, once for all who want that. */
    private void expandAll(long position) {
        List<String> transactions = session.createNativeQuery("""
                        delete from relink_request where first_words = '{}' and further_words = '{}'
                            and transaction_id < cast(?1 as xid8)
                        returning cast(transaction_id as text)
                        """, String.class)
                .setParameter(1, Long.toString(position))
                .getResultList();
        transactions.stream()
                .max(Comparator.comparing(Long::parseUnsignedLong))
                .ifPresent(latest -> session.createNativeMutationQuery(
                                ADD.formatted("select article_id from article_text"))
                        .setParameter("transaction", latest)
                        .setParameter("urgent", false)
                        .executeUpdate());
    }

    private void expand(Request request) {
        MutationQuery add = session.createNativeMutationQuery(
                ADD.formatted(request.entity().isPresent() ? THAT_MENTION : WITH_WORDS));
        request.entity()
                .ifPresentOrElse(
                        entity -> add.setParameter("entity", entity),
                        () -> add.setParameter("first", request.first()).setParameter("further", request.further()));
        add.setParameter("transaction", request.transaction())
                .setParameter("urgent", request.urgent())
                .executeUpdate();
        session.createNativeMutationQuery("delete from relink_request where id = ?1")
                .setParameter(1, request.id())
                .executeUpdate();
    }

    /**
     * Claims articles, the urgent ones first, of these and of the others those that have waited longest.
     *
     * @param position all transactions below it have been seen
     */
    @Transactional
    List<UUID> claim(long position, int size, Duration lease) {
        return session.createNativeQuery("""
                        update relink_article set claimed_until = clock_timestamp() + :lease * interval '1 millisecond'
                        where article_id in (
                            select article_id from relink_article
                            where transaction_id < cast(:position as xid8)
                                and coalesce(claimed_until, '-infinity') < clock_timestamp()
                            order by urgent desc, requested_at, article_id limit :size for update skip locked)
                        returning article_id
                        """, UUID.class)
                .setParameter("lease", lease.toMillis())
                .setParameter("position", Long.toString(position))
                .setParameter("size", size)
                .getResultList();
    }

    /**
     * Takes an article out of the queue, in the transaction that stores its mentions.
     *
     * @param position all transactions below it had been seen by the dictionary that they were found with
     * @return whether it was there; not when somebody else did it, or a later change wants it again
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean settle(UUID article, long position) {
        return session.createNativeMutationQuery(
                                "delete from relink_article where article_id = ?1 and transaction_id < cast(?2 as xid8)")
                        .setParameter(1, article)
                        .setParameter(2, Long.toString(position))
                        .executeUpdate()
                > 0;
    }

    /**
     * Queues those articles that were linked by what does not hold any more: with a dictionary that the catalogue has left behind
     * by now, or before a decision, and then for any dictionary. The caller keeps the catalogue from changing until its
     * transaction ends: changes after that find the articles in their table. One statement, which locks the articles in the
     * order in which all do. They are few, and urgent: what they were linked without may be an editor's doing.
     *
     * @param positions for each article, all transactions below it had been seen by the dictionary
     * @param undecided those of them that were linked before a decision
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void addOutdated(Map<UUID, Long> positions, Set<UUID> undecided) {
        List<UUID> articles = List.copyOf(positions.keySet());
        session.createNativeMutationQuery("""
                        insert into relink_article (article_id, transaction_id, urgent)
                        select linked.article, coalesce(changed.transaction_id, cast('3' as xid8)), true
                        from unnest(cast(:articles as uuid[]), cast(:positions as text[])) as linked (article, position)
                        left join lateral (
                            select transaction_id from catalogue_change
                            where transaction_id >= cast(linked.position as xid8) order by transaction_id desc limit 1
                        ) as changed on true
                        where changed.transaction_id is not null or linked.article = any(:undecided)
                        order by linked.article
                        on conflict (article_id) do update set claimed_until = null, urgent = true,
                            transaction_id = greatest(relink_article.transaction_id, excluded.transaction_id)
                        """)
                .setParameter("articles", articles.toArray(UUID[]::new))
                .setParameter(
                        "positions",
                        articles.stream()
                                .map(article -> String.valueOf(positions.get(article)))
                                .toArray(String[]::new))
                .setParameter("undecided", undecided.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** How much there is to do. */
    @Transactional
    RelinkProgress progress() {
        Object[] row = session.createNativeQuery("""
                        select (select cast(count(*) as int) from relink_request),
                            (select cast(count(*) as int) from relink_article),
                            least((select min(requested_at) from relink_request),
                                (select min(requested_at) from relink_article))
                        """, Object[].class).getSingleResult();
        return new RelinkProgress((int) row[0], (int) row[1], (Instant) row[2]);
    }
}
