package org.khabar.entity.testing;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** The SQL statements that Hibernate sends, those of the followers of the feed and of the catalogue left out. */
@PersistenceUnitExtension
@ApplicationScoped
public class RecordedStatements implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private static final List<String> FOLLOWERS =
            List.of("feed_", "pg_snapshot_xmin", "catalogue_change", "relink_", "wikidata_import");

    private static final Set<String> BACKGROUND =
            Set.of("relinking", "catalogue-changes", "article-feed", "mention-events");

    @SuppressWarnings("serial") // never serialised
    private final ConcurrentLinkedQueue<String> statements = new ConcurrentLinkedQueue<>();

    @Override
    public String inspect(String sql) {
        boolean background = BACKGROUND.contains(Thread.currentThread().getName());
        if (!background && FOLLOWERS.stream().noneMatch(sql::contains)) {
            statements.add(sql);
        }
        return sql;
    }

    /** The statements that an action sends. */
    public List<String> of(Runnable action) {
        statements.clear();
        action.run();
        return List.copyOf(statements);
    }
}
