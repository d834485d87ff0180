package org.khabar.deploy.installation;

/** A password generated for each installation at its first start. */
public enum Secret {
    POSTGRES_SUPERUSER("postgres"),
    ARTICLE_DATABASE("database-article"),
    ENTITY_DATABASE("database-entity"),
    KEYCLOAK_DATABASE("database-keycloak"),
    KEYCLOAK_ADMIN("keycloak-admin"),
    GATEWAY_CLIENT("client-khabar-gateway"),
    ARTICLES_CLIENT("client-khabar-articles"),
    ENTITIES_CLIENT("client-khabar-entities");

    private final String fileName;

    Secret(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }
}
