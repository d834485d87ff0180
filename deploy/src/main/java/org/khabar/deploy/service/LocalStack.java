package org.khabar.deploy.service;

import java.util.List;
import java.util.Map;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.installation.Secret;
import org.khabar.deploy.installation.Secrets;
import org.khabar.deploy.keycloak.KeycloakPart;
import org.khabar.deploy.postgres.Database;
import org.khabar.deploy.postgres.PostgresPart;
import org.khabar.deploy.stack.Stack;

/** Khabar's own stack: which parts there are, and what each is told of the others. */
public final class LocalStack {
    private final Installation installation;
    private final Ports ports;
    private final Secrets secrets;

    private LocalStack(Installation installation, Ports ports) {
        this.installation = installation;
        this.ports = ports;
        this.secrets = new Secrets(installation);
    }

    /** The stack of that installation on those ports, whether it runs or not. */
    public static Stack of(Installation installation, Ports ports) {
        return new LocalStack(installation, ports).assemble();
    }

    private Stack assemble() {
        return new Stack(
                installation,
                ports,
                List.of(
                        new PostgresPart(installation, secrets, ports.of(Part.POSTGRES)),
                        new KeycloakPart(installation, secrets, ports),
                        service(Part.ARTICLES, articles()),
                        service(Part.ENTITIES, entities()),
                        service(Part.GATEWAY, gateway())));
    }

    private ServicePart service(Part part, Map<String, String> environment) {
        return new ServicePart(part, installation, ports, environment);
    }

    private Map<String, String> articles() {
        return Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL", issuer(),
                "QUARKUS_DATASOURCE_JDBC_URL", Database.ARTICLE.url(ports.of(Part.POSTGRES)),
                "QUARKUS_DATASOURCE_USERNAME", Database.ARTICLE.id(),
                "QUARKUS_DATASOURCE_PASSWORD", secrets.get(Secret.ARTICLE_DATABASE));
    }

    private Map<String, String> entities() {
        return Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL", issuer(),
                "QUARKUS_DATASOURCE_JDBC_URL", Database.ENTITY.url(ports.of(Part.POSTGRES)),
                "QUARKUS_DATASOURCE_USERNAME", Database.ENTITY.id(),
                "QUARKUS_DATASOURCE_PASSWORD", secrets.get(Secret.ENTITY_DATABASE),
                "QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", issuer(),
                "QUARKUS_OIDC_CLIENT_CLIENT_ID", "khabar-entities",
                "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", secrets.get(Secret.ENTITIES_CLIENT),
                "KHABAR_ENTITY_FEED_URL", ports.url(Part.ARTICLES) + "/feed/articles");
    }

    private Map<String, String> gateway() {
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
                "true");
    }

    private String issuer() {
        return ports.url(Part.KEYCLOAK) + "/realms/" + KeycloakPart.REALM;
    }
}
