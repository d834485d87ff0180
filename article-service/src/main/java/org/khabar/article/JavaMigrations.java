package org.khabar.article;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.khabar.article.article.IdentityMigration;
import org.khabar.article.search.SearchMigration;

/** The migrations that are code. Quarkus finds those in SQL alone. */
@Singleton
class JavaMigrations implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.javaMigrations(new IdentityMigration(), new SearchMigration());
    }
}
