package org.khabar.deploy.installation;

import java.util.Locale;

/** A part of the local stack, in the order of starting. */
public enum Part {
    POSTGRES("postgres", "PostgreSQL", 8432),
    KEYCLOAK("keycloak", "Keycloak", 8180),
    ARTICLES("article-service", "article-service", 8081),
    ENTITIES("entity-service", "entity-service", 8082),
    GATEWAY("gateway", "gateway", 8080);

    private final String id;
    private final String title;
    private final int defaultPort;

    Part(String id, String title, int defaultPort) {
        this.id = id;
        this.title = title;
        this.defaultPort = defaultPort;
    }

    /** The name in files, logs and {@code status}. */
    public String id() {
        return id;
    }

    /** The name in messages. */
    public String title() {
        return title;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** The option of {@code ./khabar up} that changes the port. */
    public String portOption() {
        return "--" + name().toLowerCase(Locale.ROOT) + "-port";
    }

    /** The environment variable that changes the port. */
    public String portVariable() {
        return "KHABAR_PORT_" + name();
    }
}
