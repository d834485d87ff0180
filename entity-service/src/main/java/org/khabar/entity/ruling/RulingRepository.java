package org.khabar.entity.ruling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.text.SearchKey;

/** The tables of rulings and of the decisions that they came of. Whoever writes to them keeps others from it. */
@ApplicationScoped
class RulingRepository {

    private static final String SELECT = """
            select r.id, r.article_id, r.block, r.start_offset, r.surface, r.words_before, r.words_after, r.alias_type,
                (select coalesce(e.merged_into, e.id) from entity e where e.id = r.meant),
                array_to_string(
                    array(select coalesce(e.merged_into, e.id) from entity e where e.id = any(r.rejected)), ' '),
                r.version, r.standing
            from mention_ruling r where %s order by r.article_id, r.block, r.start_offset, r.id
            """;

    private static final String DECISIONS = """
            select d.ruling_id, d.version, d.kind, coalesce(e.merged_into, d.entity_id),
                coalesce(f.merged_into, d.former_id), d.author, d.note, d.undone, d.at
            from mention_decision d left join entity e on e.id = d.entity_id left join entity f on f.id = d.former_id
            where d.ruling_id = any(:rulings) order by d.ruling_id, d.version
            """;

    private final Session session;

    RulingRepository(Session session) {
        this.session = session;
    }

    /** A number that is another one after each decision, of any article. */
    long stamp() {
        return session.createNativeQuery("select coalesce(max(id), 0) from mention_decision", Long.class)
                .getSingleResult();
    }

    Optional<Ruling> find(UUID id) {
        return select("r.id = :id")
                .setParameter("id", id)
                .uniqueResultOptional()
                .map(RulingRepository::ruling);
    }

    /** The rulings on stretches that begin there. */
    List<Ruling> listAt(UUID article, int block, int start) {
        return select("r.article_id = :article and r.block = :block and r.start_offset = :start and r.standing")
                .setParameter("article", article)
                .setParameter("block", block)
                .setParameter("start", start)
                .getResultList()
                .stream()
                .map(RulingRepository::ruling)
                .toList();
    }

    /** The rulings of articles, those that stand nowhere too, in the order of the text. */
    List<Ruling> list(Collection<UUID> articles, int most) {
        return select("r.article_id = any(:articles)")
                .setParameter("articles", articles.toArray(UUID[]::new))
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(RulingRepository::ruling)
                .toList();
    }

    List<PastDecision> listDecisions(Collection<UUID> rulings, int most) {
        return session
                .createNativeQuery(DECISIONS, Object[].class)
                .setParameter("rulings", rulings.toArray(UUID[]::new))
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new PastDecision(
                        (UUID) row[0],
                        (int) row[1],
                        new Decision(
                                DecisionKind.valueOf((String) row[2]),
                                (UUID) row[3],
                                (UUID) row[4],
                                (String) row[5],
                                (String) row[6]),
                        (boolean) row[7],
                        (Instant) row[8]))
                .toList();
    }

    UUID insert(RuledStretch stretch, Verdict verdict, String author) {
        return session.createNativeQuery("""
                        insert into mention_ruling (article_id, block, start_offset, surface, search_key, words_before,
                            words_after, alias_type, meant, rejected, version, author)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, cast(?10 as uuid[]), 1, ?11) returning id
                        """, UUID.class)
                .setParameter(1, stretch.article())
                .setParameter(2, stretch.block())
                .setParameter(3, stretch.start())
                .setParameter(4, stretch.surface())
                .setParameter(5, SearchKey.of(stretch.surface()))
                .setParameter(6, String.join(" ", stretch.around().before()))
                .setParameter(7, String.join(" ", stretch.around().after()))
                .setParameter(8, stretch.aliasType().name())
                .setParameter(9, verdict.meant(), UUID.class)
                .setParameter(10, ids(verdict.rejected()))
                .setParameter(11, author)
                .getSingleResult();
    }

    void update(UUID ruling, Verdict verdict, int version, String author) {
        session.createNativeMutationQuery("""
                        update mention_ruling set meant = ?2, rejected = cast(?3 as uuid[]), version = ?4, author = ?5
                        where id = ?1
                        """)
                .setParameter(1, ruling)
                .setParameter(2, verdict.meant(), UUID.class)
                .setParameter(3, ids(verdict.rejected()))
                .setParameter(4, version)
                .setParameter(5, author)
                .executeUpdate();
    }

    void append(UUID ruling, int version, Decision decision) {
        session.createNativeMutationQuery("""
                        insert into mention_decision (ruling_id, version, kind, entity_id, former_id, author, note)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
                        """)
                .setParameter(1, ruling)
                .setParameter(2, version)
                .setParameter(3, decision.kind().name())
                .setParameter(4, decision.entity(), UUID.class)
                .setParameter(5, decision.former(), UUID.class)
                .setParameter(6, decision.author())
                .setParameter(7, decision.note(), String.class)
                .executeUpdate();
    }

    void markUndone(UUID ruling, int version) {
        session.createNativeMutationQuery(
                        "update mention_decision set undone = true where ruling_id = ?1 and version = ?2")
                .setParameter(1, ruling)
                .setParameter(2, version)
                .executeUpdate();
    }

    /** Notes where a ruling stands now, and what its name is looked up by. */
    void move(Ruling ruling) {
        RuledStretch stretch = ruling.stretch();
        session.createNativeMutationQuery("""
                        update mention_ruling set block = ?2, start_offset = ?3, surface = ?4, words_before = ?5,
                            words_after = ?6, standing = ?7, search_key = ?8
                        where id = ?1
                        """)
                .setParameter(1, ruling.id())
                .setParameter(2, stretch.block())
                .setParameter(3, stretch.start())
                .setParameter(4, stretch.surface())
                .setParameter(5, String.join(" ", stretch.around().before()))
                .setParameter(6, String.join(" ", stretch.around().after()))
                .setParameter(7, ruling.standing())
                .setParameter(8, SearchKey.of(stretch.surface()))
                .executeUpdate();
    }

    private NativeQuery<Object[]> select(String condition) {
        return session.createNativeQuery(SELECT.formatted(condition), Object[].class);
    }

    private static Ruling ruling(Object[] row) {
        RuledStretch stretch = new RuledStretch(
                (UUID) row[1],
                (int) row[2],
                (int) row[3],
                (String) row[4],
                new Surroundings(words((String) row[5]), words((String) row[6])),
                AliasType.valueOf((String) row[7]));
        Set<UUID> rejected =
                words((String) row[9]).stream().map(UUID::fromString).collect(Collectors.toSet());
        return new Ruling(
                (UUID) row[0], stretch, new Verdict((UUID) row[8], rejected), (int) row[10], (boolean) row[11]);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" "));
    }

    private static UUID[] ids(Set<UUID> entities) {
        return entities.stream().sorted().toArray(UUID[]::new);
    }
}
