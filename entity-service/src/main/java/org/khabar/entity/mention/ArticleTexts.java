package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.ruling.RuledStretch;
import org.khabar.entity.ruling.Surroundings;

/** The texts of articles, kept so that they can be linked again when the catalogue changes. */
@ApplicationScoped
class ArticleTexts {

    private static final String STORE = """
            insert into article_text (article_id, headline, blocks, words, outlet_country) values (?, ?, ?, ?, ?)
            on conflict (article_id) do update set headline = excluded.headline, blocks = excluded.blocks,
                words = excluded.words, outlet_country = excluded.outlet_country
            """;

    private final Session session;

    ArticleTexts(Session session) {
        this.session = session;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void store(List<ArticleSnapshot> articles) {
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(STORE)) {
                for (ArticleSnapshot article : articles) {
                    statement.setObject(1, article.id());
                    statement.setString(2, article.headline());
                    statement.setArray(
                            3, connection.createArrayOf("text", article.blocks().toArray()));
                    statement.setArray(4, connection.createArrayOf("int4", TextWords.of(article.passages())));
                    statement.setString(5, article.outletCountry());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    /** The stretch that a mention stands on; the words around it are unknown where the text is. */
    @Transactional
    RuledStretch stretch(MentionPlace place, FoundMention mention) {
        Surroundings around = find(place.article())
                .filter(article -> place.block() < article.blocks().size())
                .map(article -> Surroundings.of(article.blocks().get(place.block()), mention.start(), mention.end()))
                .orElse(Surroundings.UNKNOWN);
        return new RuledStretch(
                place.article(), place.block(), place.start(), mention.surface(), around, mention.aliasType());
    }

    /** The article as it was stored; empty when it is gone, or came before texts were kept. */
    @Transactional
    Optional<ArticleSnapshot> find(UUID article) {
        return session.createNativeQuery("""
                        select a.id, a.version, a.language, a.outlet, t.outlet_country, t.headline, a.published_at,
                            t.blocks
                        from article a join article_text t on t.article_id = a.id where a.id = ?1
                        """, Object[].class)
                .setParameter(1, article)
                .uniqueResultOptional()
                .map(row -> new ArticleSnapshot(
                        (UUID) row[0],
                        (int) row[1],
                        (String) row[2],
                        (String) row[3],
                        (@Nullable String) row[4],
                        (String) row[5],
                        (Instant) row[6],
                        List.of((String[]) row[7])));
    }
}
