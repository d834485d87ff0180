import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
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
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Imports a generated dump of Wikidata through the packaged entity-service, kills it with SIGKILL at the half of the items,
 * starts it again, and checks that each item is an entity once. Starts its own PostgreSQL and service.
 */
public final class WikidataBenchmark {

    private static final String README = "deploy/bench/README.md";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String DEFAULT_HEAP = "2g";

    private final Path work;
    private final String heap;
    private final Path dumps;
    private final EmbeddedPostgres postgres;
    private final KeyPair keys;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private Process service;
    private long highestMegabytes;

    private WikidataBenchmark(Path work, String heap) throws Exception {
        this.work = work;
        this.heap = heap;
        this.dumps = Files.createDirectories(work.resolve("dumps").toAbsolutePath());
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
    }

    public static void main(String[] arguments) throws Exception {
        int items = 1_000_000;
        boolean write = false;
        String heap = DEFAULT_HEAP;
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--write" -> write = true;
                case "--heap" -> heap = arguments[++i];
                default -> items = Integer.parseInt(arguments[i]);
            }
        }
        WikidataBenchmark benchmark = new WikidataBenchmark(Path.of(arguments[0]), heap);
        Runtime.getRuntime().addShutdownHook(new Thread(benchmark::stop));
        try {
            String table = benchmark.measure(items);
            System.out.println(table);
            if (write) {
                write(table);
            }
        } finally {
            benchmark.stop();
        }
    }

    private String measure(int items) throws Exception {
        Path dump = dumps.resolve("generated-" + items + ".json.gz");
        long textBytes = generate(dump, items);
        start();
        long begun = System.nanoTime();
        String id = find(ask("mutation { importWikidata(file: \\\"" + dump.getFileName() + "\\\") { id } }"), "id");
        double[] classes = {0};
        await(id, status -> {
            if (classes[0] == 0 && status.contains("\"ITEMS\"")) {
                classes[0] = (System.nanoTime() - begun) / 1e9;
            }
            return status.contains("\"ITEMS\"") && Integer.parseInt(find(status, "lines")) >= items / 2;
        });
        service.destroyForcibly().waitFor();
        long killed = System.nanoTime();
        start();
        long[] resumed = {0};
        int before = count("select line_count from wikidata_import");
        await(id, status -> {
            if (resumed[0] == 0 && Integer.parseInt(find(status, "lines")) > before) {
                resumed[0] = System.nanoTime();
            }
            return !status.contains("\"endedAt\":null");
        });
        double seconds = (System.nanoTime() - begun) / 1e9;
        double away = (resumed[0] - killed) / 1e9;
        double found = awaitFound(GeneratedItems.lastName(items));
        check(items);
        return String.format(
                Locale.ROOT,
                "%s, %d cores for service and PostgreSQL; heap of the service at most %s, load average at the end %s.%n%n"
                        + "| Items | dump MB (text) | reading of classes s | items/s without the pause | lines done at the kill "
                        + "| kill to next batch s | end to last name found in texts s | highest resident MB |%n"
                        + "| --: | --: | --: | --: | --: | --: | --: | --: |%n"
                        + "| %,d | %d (%d) | %.0f | %.0f | %,d | %.0f | %.0f | %d |%n",
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                heap,
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
                items,
                Files.size(dump) / 1_000_000,
                textBytes / 1_000_000,
                classes[0],
                items / (seconds - classes[0] - away),
                before,
                away,
                found,
                highestMegabytes);
    }

    /** Seconds until texts mention an entity: the dictionary of names is built beside the one in use for that. */
    private double awaitFound(String name) throws Exception {
        long begun = System.nanoTime();
        while (!ask("{ annotate(text: \\\"" + name + "\\\", language: \\\"ar\\\") { surface } }").contains("\"surface\"")) {
            highestMegabytes = Math.max(highestMegabytes, residentMegabytes());
            if (System.nanoTime() - begun > 1_200_000_000_000L) {
                throw new IllegalStateException("\"" + name + "\" is not found; see " + work + "/entity-service.log");
            }
            Thread.sleep(250);
        }
        highestMegabytes = Math.max(highestMegabytes, residentMegabytes());
        return (System.nanoTime() - begun) / 1e9;
    }

    private void check(int items) throws SQLException {
        int taken = items - GeneratedItems.skipped(items);
        expect("entities", taken, count("select count(distinct entity_id) from entity_key where key like 'wikidata:%'"));
        expect("keys", taken, count("select count(*) from entity_key where key like 'wikidata:%'"));
        expect("counted", taken, count("select created_count + updated_count from wikidata_import"));
        expect("skipped", items - taken, count("select sum(item_count) from wikidata_import_skip"));
        expect("relations", GeneratedItems.relations(items), count("select count(*) from entity_relation"));
        expect("Arabic names", taken, count(
                "select count(*) from entity_name where language = 'ar' and origin = 'WIKIDATA'"));
    }

    private static void expect(String what, int expected, int found) {
        if (expected != found) {
            throw new IllegalStateException("%s: %d instead of %d".formatted(what, found, expected));
        }
    }

    private interface Condition {
        boolean holds(String status) throws Exception;
    }

    private void await(String id, Condition condition) throws Exception {
        while (true) {
            String status = ask("{ wikidataImport(id: \\\"" + id + "\\\") { state stage lines endedAt failure } }");
            highestMegabytes = Math.max(highestMegabytes, residentMegabytes());
            if (status.contains("\"FAILED\"")) {
                throw new IllegalStateException(status);
            }
            if (condition.holds(status)) {
                return;
            }
            Thread.sleep(250);
        }
    }

    private String ask(String query) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
                .build();
        String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        if (answer.contains("\"errors\"")) {
            throw new IllegalStateException(answer);
        }
        return answer;
    }

    private static String find(String json, String field) {
        Matcher value = Pattern.compile("\"" + field + "\":\"?([^\",}]*)").matcher(json);
        if (!value.find()) {
            throw new IllegalStateException(json);
        }
        return value.group(1);
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                "entity-service/target/quarkus-app/quarkus-run.jar");
        Map<String, String> environment = builder.environment();
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"));
        environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
        environment.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
        environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", "");
        environment.put(
                "QUARKUS_OIDC_PUBLIC_KEY",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", "https://bench.khabar.test");
        environment.put("QUARKUS_OIDC_CLIENT_CLIENT_ENABLED", "false");
        environment.put("KHABAR_ENTITY_FEED_ENABLED", "false");
        environment.put("KHABAR_WIKIDATA_DIRECTORY", dumps.toString());
        environment.put("KHABAR_WIKIDATA_LEASE", "10s");
        service = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        work.resolve("entity-service.log").toFile()))
                .start();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/live"))
                .build();
        for (Instant until = Instant.now().plusSeconds(180); ; ) {
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It has not opened its port.
            }
            if (Instant.now().isAfter(until) || !service.isAlive()) {
                throw new IllegalStateException("entity-service did not start; see " + work + "/entity-service.log");
            }
            Thread.sleep(200);
        }
    }

    private void stop() {
        try {
            if (service != null) {
                service.destroyForcibly().waitFor();
            }
            postgres.close();
        } catch (IOException | InterruptedException ignored) {
            // Nothing is left to do about it.
        }
    }

    private long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(service.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** A token of an admin, as Keycloak would issue it. */
    private String token() throws Exception {
        long now = Instant.now().getEpochSecond();
        String claims = "{\"iss\":\"https://bench.khabar.test\",\"aud\":\"khabar\",\"sub\":\"bench\",\"typ\":\"Bearer\","
                + "\"preferred_username\":\"bench\",\"realm_access\":{\"roles\":[\"admin\"]},\"iat\":" + now + ",\"exp\":"
                + (now + 3600) + "}";
        String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + "." + BASE64.encodeToString(signature.sign());
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the dump; the bytes of its text. */
    private static long generate(Path file, int items) throws IOException {
        long bytes = 0;
        try (OutputStream out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), 1 << 16)) {
            out.write("[\n".getBytes(StandardCharsets.UTF_8));
            for (int number = 0; number < items; number++) {
                byte[] line = (GeneratedItems.item(number) + (number + 1 < items ? ",\n" : "\n"))
                        .getBytes(StandardCharsets.UTF_8);
                out.write(line);
                bytes += line.length;
            }
            out.write("]\n".getBytes(StandardCharsets.UTF_8));
        }
        return bytes;
    }

    private static void write(String table) throws IOException {
        String text = Files.readString(Path.of(README));
        int start = text.indexOf("<!-- wikidata -->");
        int end = text.indexOf("<!-- /wikidata -->");
        Files.writeString(
                Path.of(README), text.substring(0, start) + "<!-- wikidata -->\n" + table + text.substring(end));
    }
}
