package org.khabar.deploy.service;

import java.nio.file.Path;
import java.util.Map;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.installation.Secret;
import org.khabar.deploy.installation.Secrets;
import org.khabar.deploy.keycloak.KeycloakPart;
import org.khabar.deploy.postgres.Database;

/** What each service is told of the other parts, as environment variables. */
public final class ServiceSettings {
    private final Ports ports;
    private final Secrets secrets;
    private final Path dumps;

    public ServiceSettings(Installation installation, Ports ports) {
        this.ports = ports;
        this.secrets = new Secrets(installation);
        this.dumps = installation.dumpsFolder();
    }

    Map<String, String> articles() {
        return Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL", issuer(),
                "QUARKUS_DATASOURCE_JDBC_URL", Database.ARTICLE.url(ports.of(Part.POSTGRES)),
                "QUARKUS_DATASOURCE_USERNAME", Database.ARTICLE.id(),
                "QUARKUS_DATASOURCE_PASSWORD", secrets.get(Secret.ARTICLE_DATABASE),
                "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", issuer(),
                "QUARKUS_OIDC_CLIENT_CLIENT_ID", "khabar-articles",
                "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", secrets.get(Secret.ARTICLES_CLIENT),
                "KHABAR_ENTITIES_URL", ports.url(Part.ENTITIES) + "/feed/mentions");
    }

    Map<String, String> entities() {
        return Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL", issuer(),
                "QUARKUS_DATASOURCE_JDBC_URL", Database.ENTITY.url(ports.of(Part.POSTGRES)),
                "QUARKUS_DATASOURCE_USERNAME", Database.ENTITY.id(),
                "QUARKUS_DATASOURCE_PASSWORD", secrets.get(Secret.ENTITY_DATABASE),
                "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", issuer(),
                "QUARKUS_OIDC_CLIENT_CLIENT_ID", "khabar-entities",
                "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", secrets.get(Secret.ENTITIES_CLIENT),
                "KHABAR_ENTITY_FEED_URL", ports.url(Part.ARTICLES) + "/feed/articles",
                "KHABAR_WIKIDATA_DIRECTORY", dumps.toString());
    }

    /**
     * What a gateway needs; another gateway beside the stack's own may be told the same. It has places for fewer
     * subscriptions than by default, for what they may hold is taken off the memory of requests, and the stack's heap is
     * small.
     */
    public Map<String, String> gateway() {
        return Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                issuer(),
                "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL",
                issuer(),
                "QUARKUS_OIDC_CLIENT_CLIENT_ID",
                "khabar-gateway",
                "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET",
                secrets.get(Secret.GATEWAY_CLIENT),
                "KHABAR_GATEWAY_SUBGRAPHS",
                "articles=" + ports.url(Part.ARTICLES) + "/graphql,entities=" + ports.url(Part.ENTITIES) + "/graphql",
                "KHABAR_GATEWAY_GRAPHIQL_ENABLED",
                "true",
                "KHABAR_GATEWAY_LIVE_MAX_CONNECTIONS",
                "1000",
                "KHABAR_GATEWAY_LIVE_MAX_SUBSCRIPTIONS",
                "1000");
    }

    private String issuer() {
        return ports.url(Part.KEYCLOAK) + "/realms/" + KeycloakPart.REALM;
    }
}
