package org.khabar.article.article;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/** What sources call articles. */
@ApplicationScoped
class SourceNameRepository {

    /** In the order of the names, so that writers of the same ones do not lock each other out. */
    private static final String REMEMBER = """
            insert into source_name (name, article_id)
            select name, article
            from unnest(cast(:names as text[]), cast(:articles as uuid[])) with ordinality as given(name, article, place)
            order by place
            on conflict (name) do update set article_id = excluded.article_id
              where source_name.article_id <> excluded.article_id
            """;

    private final EntityManager entities;

    SourceNameRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Notes which articles these names mean from now on; nothing is written for none. */
    void remember(SortedMap<String, UUID> names) {
        if (names.isEmpty()) {
            return;
        }
        Collection<UUID> articles = names.values();
        entities.createNativeQuery(REMEMBER)
                .setParameter("names", names.keySet().toArray(String[]::new))
                .setParameter("articles", articles.toArray(UUID[]::new))
                .executeUpdate();
    }

    Optional<UUID> findArticle(String name) {
        List<?> found = entities.createNativeQuery("select article_id from source_name where name = :name", UUID.class)
                .setParameter("name", name)
                .getResultList();
        return found.stream().findFirst().map(UUID.class::cast);
    }
}
