package org.khabar.deploy.keycloak;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Ports;
import org.khabar.deploy.installation.Secret;
import org.khabar.deploy.installation.Secrets;
import org.khabar.deploy.postgres.Database;
import org.khabar.deploy.process.ProcessSpec;
import org.khabar.deploy.progress.Progress;
import org.khabar.deploy.service.HealthEndpoint;
import org.khabar.deploy.stack.Health;
import org.khabar.deploy.stack.StackPart;

/** Keycloak on 127.0.0.1 over plain HTTP, with the realm "khabar" imported at its first start. */
public final class KeycloakPart implements StackPart {
    /** The realm's name. */
    public static final String REALM = "khabar";

    /** The name of Keycloak's own administrator; the password is {@link Secret#KEYCLOAK_ADMIN}. */
    public static final String ADMINISTRATOR = "khabar-admin";

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final Installation installation;
    private final Secrets secrets;
    private final Ports ports;
    private final KeycloakServer server;
    private final HealthEndpoint health;

    public KeycloakPart(Installation installation, Secrets secrets, Ports ports) {
        this.installation = installation;
        this.secrets = secrets;
        this.ports = ports;
        this.server = new KeycloakServer(
                installation.root().resolve("deploy/target/keycloak"),
                installation.software().resolve("keycloak"));
        this.health = new HealthEndpoint(URI.create("http://127.0.0.1:" + port() + "/health/ready"));
    }

    @Override
    public Part part() {
        return Part.KEYCLOAK;
    }

    @Override
    public int port() {
        return ports.of(Part.KEYCLOAK);
    }

    @Override
    public void prepare(Progress progress) {
        Path log = installation.logFile(part()).resolveSibling("keycloak-build.log");
        server.prepare(progress, log);
        server.offerRealm(installation.root().resolve("deploy/keycloak/khabar-realm.json"));
    }

    @Override
    public ProcessSpec process() {
        List<String> arguments = List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port(),
                "--hostname=" + ports.url(Part.KEYCLOAK),
                "--cache=local",
                "--db-url=" + Database.KEYCLOAK.url(ports.of(Part.POSTGRES)),
                "--db-username=" + Database.KEYCLOAK.id(),
                "--db-pool-min-size=1",
                "--db-pool-max-size=20",
                "--shutdown-delay=0s",
                "--log-console-color=false");
        return server.command(arguments, environment());
    }

    @Override
    public Health check() {
        return health.check();
    }

    @Override
    public Duration startLimit() {
        return START_LIMIT;
    }

    @Override
    public Duration stopLimit() {
        return STOP_LIMIT;
    }

    /** Secrets go by the environment, which other users cannot read; the realm file names these variables. */
    private Map<String, String> environment() {
        return Map.of(
                "KC_DB_PASSWORD", secrets.get(Secret.KEYCLOAK_DATABASE),
                "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get(Secret.KEYCLOAK_ADMIN),
                "KHABAR_GATEWAY_ORIGIN", ports.url(Part.GATEWAY),
                "KHABAR_GATEWAY_SECRET", secrets.get(Secret.GATEWAY_CLIENT),
                "KHABAR_ARTICLES_SECRET", secrets.get(Secret.ARTICLES_CLIENT),
                "KHABAR_ENTITIES_SECRET", secrets.get(Secret.ENTITIES_CLIENT));
    }
}
