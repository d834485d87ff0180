package org.khabar.article.search;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * Once indexed the articles that were stored before migration 13; now {@link SearchBackfill} does, which holds up no start.
 * The migration stays for the databases that have had it: Flyway wants each applied migration to be there, as it was named.
 */
public final class SearchMigration implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("13.1");
    }

    @Override
    public String getDescription() {
        return "search index of stored articles";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) {
        // Nothing is left to do here.
    }
}
