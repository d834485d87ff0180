package org.khabar.deploy.postgres;

import org.khabar.deploy.installation.Secret;

/** A database; its owner is the role of the same name. */
public enum Database {
    ARTICLE("article", Secret.ARTICLE_DATABASE),
    ENTITY("entity", Secret.ENTITY_DATABASE),
    KEYCLOAK("keycloak", Secret.KEYCLOAK_DATABASE);

    private final String id;
    private final Secret password;

    Database(String id, Secret password) {
        this.id = id;
        this.password = password;
    }

    /** The name of the database and of its role. */
    public String id() {
        return id;
    }

    public Secret password() {
        return password;
    }

    /** The JDBC address. */
    public String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + id;
    }
}
