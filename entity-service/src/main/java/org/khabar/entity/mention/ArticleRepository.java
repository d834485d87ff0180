package org.khabar.entity.mention;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** The articles that mentions belong to. */
@ApplicationScoped
class ArticleRepository {

    private static final String STORE = """
            insert into article (id, version, language, published_at, outlet) values (?, ?, ?, ?, ?)
            on conflict (id) do update set version = excluded.version, language = excluded.language,
                published_at = excluded.published_at, outlet = excluded.outlet
            """;

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

    /** The versions of those of these articles that are known. */
    Map<UUID, Integer> listVersions(Collection<UUID> articles) {
        Map<UUID, Integer> versions = new HashMap<>();
        session.createNativeQuery("select id, version from article where id = any(?1)", Object[].class)
                .setParameter(1, articles.toArray(UUID[]::new))
                .getResultList()
                .forEach(row -> versions.put((UUID) row[0], (Integer) row[1]));
        return versions;
    }

    void store(List<ArticleSnapshot> articles) {
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(STORE)) {
                for (ArticleSnapshot article : articles) {
                    statement.setObject(1, article.id());
                    statement.setInt(2, article.version());
                    statement.setString(3, article.language());
                    statement.setObject(4, article.publishedAt().atOffset(ZoneOffset.UTC));
                    statement.setString(5, article.outlet());
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    /** Removes an article with its mentions; nothing when it is not known. */
    void remove(UUID article) {
        session.createNativeMutationQuery("delete from article where id = ?1")
                .setParameter(1, article)
                .executeUpdate();
    }
}
