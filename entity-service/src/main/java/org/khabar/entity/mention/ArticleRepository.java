package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The articles that mentions belong to. */
@ApplicationScoped
class ArticleRepository {

    private final Session session;

    ArticleRepository(Session session) {
        this.session = session;
    }

    /** The version that the article's mentions are of; empty for one that is not known. */
    Optional<Integer> findVersion(UUID article) {
        return session.createNativeQuery("select version from article where id = ?1", Integer.class)
                .setParameter(1, article)
                .uniqueResultOptional();
    }

    void store(ArticleSnapshot article) {
        session.createNativeMutationQuery("""
                        insert into article (id, version, language, published_at, outlet) values (?1, ?2, ?3, ?4, ?5)
                        on conflict (id) do update set version = excluded.version, language = excluded.language,
                            published_at = excluded.published_at, outlet = excluded.outlet
                        """)
                .setParameter(1, article.id())
                .setParameter(2, article.version())
                .setParameter(3, article.language())
                .setParameter(4, article.publishedAt())
                .setParameter(5, article.outlet())
                .executeUpdate();
    }

    /** Removes an article with its mentions; nothing when it is not known. */
    void remove(UUID article) {
        session.createNativeMutationQuery("delete from article where id = ?1")
                .setParameter(1, article)
                .executeUpdate();
    }
}
