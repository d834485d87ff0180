package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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

    private final Session session;

    ArticleTexts(Session session) {
        this.session = session;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void store(ArticleSnapshot article) {
        session.createNativeMutationQuery("""
                        insert into article_text (article_id, headline, blocks, words, outlet_country)
                        values (?1, ?2, ?3, ?4, ?5)
                        on conflict (article_id) do update set headline = excluded.headline, blocks = excluded.blocks,
                            words = excluded.words, outlet_country = excluded.outlet_country
                        """)
                .setParameter(1, article.id())
                .setParameter(2, article.headline())
                .setParameter(3, article.blocks().toArray(String[]::new))
                .setParameter(4, TextWords.of(article.passages()))
                .setParameter(5, article.outletCountry(), String.class)
                .executeUpdate();
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
