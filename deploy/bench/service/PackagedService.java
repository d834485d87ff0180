import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A packaged service of this repository on a free port, with a PostgreSQL of its own and a key of its own to sign tokens.
 * Linux: memory and processor time are read from /proc.
 */
final class PackagedService implements AutoCloseable {

    private static final String ISSUER = "https://bench.khabar.test";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final double TICKS_A_SECOND = 100;

    /** Places of proc_pid_stat(5), counted from the state. */
    private static final int PARENT = 1;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_USER = 13;
    private static final int ENDED_SYSTEM = 14;

    private final String name;
    private final Path work;
    private final List<String> machine;
    private final Map<String, String> environment = new TreeMap<>();
    private final EmbeddedPostgres postgres;
    private final KeyPair keys;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private Process process;

    /**
     * Starts PostgreSQL, and not yet the service.
     *
     * @param name of its module
     * @param work where the database and the log go
     * @param environment what else the service is told
     * @param machine options of its virtual machine; BENCH_JVM has more, with a blank between them
     */
    PackagedService(String name, Path work, Map<String, String> environment, String... machine) throws Exception {
        this.name = name;
        this.work = work;
        this.machine = new ArrayList<>(List.of(machine));
        String more = System.getenv().getOrDefault("BENCH_JVM", "").strip();
        this.machine.addAll(more.isEmpty() ? List.of() : Arrays.asList(more.split(" +")));
        this.postgres = EmbeddedPostgres.builder()
                .setDataDirectory(Files.createTempDirectory(work.toAbsolutePath(), "postgres"))
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.keys = generator.generateKeyPair();
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
        this.environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        this.environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"));
        this.environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        this.environment.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        this.environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", "");
        this.environment.put(
                "QUARKUS_OIDC_PUBLIC_KEY",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        this.environment.put("QUARKUS_OIDC_TOKEN_ISSUER", ISSUER);
        this.environment.putAll(environment);
    }

    int port() {
        return port;
    }

    Connection connect() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    /** The number that a query answers. */
    int number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /**
     * Starts the service and waits for it. BENCH_PACKAGED names another packaged one than this tree's, a quarkus-run.jar.
     *
     * @param health what answers 200 when it has started, such as /q/health/ready
     */
    void start(String health) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine);
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-jar"));
        command.add(System.getenv().getOrDefault("BENCH_PACKAGED", name + "/target/quarkus-app/quarkus-run.jar"));
        Path log = work.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + port + health))
                .build();
        for (Instant until = Instant.now().plusSeconds(180); ; ) {
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It has not opened its port.
            }
            if (Instant.now().isAfter(until) || !process.isAlive()) {
                throw new IllegalStateException(name + " did not start; see " + log);
            }
            Thread.sleep(200);
        }
    }

    /** Ends the service with SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ends the service in order, and PostgreSQL. */
    @Override
    public void close() {
        try {
            if (process != null) {
                process.destroy();
                process.waitFor();
            }
            postgres.close();
        } catch (IOException | InterruptedException ignored) {
            // Nothing is left to do about it.
        }
    }

    /** What the service answers to a GraphQL document, quotes in it escaped, by somebody with that role. */
    String ask(String role, String query) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Authorization", "Bearer " + token(role))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
                .build();
        String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        if (answer.contains("\"errors\"")) {
            throw new IllegalStateException(answer);
        }
        return answer;
    }

    /** A token of somebody with that role, as Keycloak would issue it. */
    String token(String role) throws Exception {
        long now = Instant.now().getEpochSecond();
        String claims = "{\"iss\":\"" + ISSUER + "\",\"aud\":\"khabar\",\"sub\":\"bench\",\"typ\":\"Bearer\","
                + "\"preferred_username\":\"bench\",\"realm_access\":{\"roles\":[\"" + role + "\"]},\"iat\":" + now
                + ",\"exp\":" + (now + 3600) + "}";
        String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64.encodeToString(signature.sign());
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** What the service has in memory. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** The processor time of the service so far. */
    double cpuSeconds() throws IOException {
        List<String> fields = stat(process.pid());
        return (ticks(fields, USER) + ticks(fields, SYSTEM)) / TICKS_A_SECOND;
    }

    /** The processor time of PostgreSQL's processes so far, those that have ended included. */
    double databaseCpuSeconds() throws Exception {
        long postmaster;
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            postmaster = Long.parseLong(stat(row.getLong(1)).get(PARENT));
        }
        List<String> own = stat(postmaster);
        long ticks = ticks(own, USER) + ticks(own, SYSTEM) + ticks(own, ENDED_USER) + ticks(own, ENDED_SYSTEM);
        for (ProcessHandle other : ProcessHandle.allProcesses().toList()) {
            ticks += ticksOfChild(other.pid(), postmaster);
        }
        return ticks / TICKS_A_SECOND;
    }

    private static long ticksOfChild(long pid, long parent) {
        try {
            List<String> fields = stat(pid);
            return ticks(fields, PARENT) == parent ? ticks(fields, USER) + ticks(fields, SYSTEM) : 0;
        } catch (IOException ended) {
            return 0;
        }
    }

    private static long ticks(List<String> fields, int index) {
        return Long.parseLong(fields.get(index));
    }

    /** The fields of /proc/PID/stat behind the name, which may hold anything. */
    private static List<String> stat(long pid) throws IOException {
        String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" "));
    }
}
