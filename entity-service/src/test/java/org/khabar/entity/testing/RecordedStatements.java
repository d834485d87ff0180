package org.khabar.entity.testing;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** The SQL statements that Hibernate sends, those of the feed's follower left out. */
@PersistenceUnitExtension
@ApplicationScoped
public class RecordedStatements implements StatementInspector {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised
    private final ConcurrentLinkedQueue<String> statements = new ConcurrentLinkedQueue<>();

    @Override
    public String inspect(String sql) {
        if (!sql.contains("feed_")) {
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
