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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Imports generated articles through the packaged article-service, then puts the rows that came of it into the same,
 * emptied tables by COPY. Starts its own PostgreSQL and service, on free ports, with a key of its own to sign tokens.
 */
public final class ImportBenchmark {

    private static final int WARM_UP = 2_000;

    /** The second time the service has been warmed up by the first. */
    private static final List<Integer> SIZES = List.of(10_000, 10_000, 100_000);

    private static final int POINTS = 10;
    private static final String README = "deploy/bench/README.md";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Path work;
    private final EmbeddedPostgres postgres;
    private final KeyPair keys;
    private final int port;
    private Process service;

    private ImportBenchmark(Path work) throws Exception {
        this.work = work;
        this.postgres = EmbeddedPostgres.builder()
                .setDataDirectory(Files.createTempDirectory(work.toAbsolutePath(), "postgres"))
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "2GB")
                .start();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.keys = generator.generateKeyPair();
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    /**
     * What is asked for.
     *
     * @param storedOnly whether nobody waits for the articles to be searchable
     * @param watch whether to show what PostgreSQL is at meanwhile
     * @param write whether the result goes into the README
     */
    private record Options(List<Integer> sizes, boolean storedOnly, boolean watch, boolean write) {

        static Options of(List<String> arguments) {
            List<Integer> sizes = arguments.stream()
                    .filter(argument -> !argument.startsWith("--"))
                    .map(Integer::valueOf)
                    .toList();
            return new Options(
                    sizes.isEmpty() ? SIZES : sizes,
                    arguments.contains("--stored-only"),
                    arguments.contains("--watch"),
                    arguments.contains("--write"));
        }
    }

    public static void main(String[] arguments) throws Exception {
        Options options = Options.of(List.of(arguments).subList(1, arguments.length));
        ImportBenchmark benchmark = new ImportBenchmark(Path.of(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(benchmark::stop));
        try {
            benchmark.start();
            benchmark.measure(WARM_UP, false, false);
            List<Measured> results = new ArrayList<>();
            for (int size : options.sizes()) {
                results.add(benchmark.measure(size, options.storedOnly(), options.watch()));
                System.out.println(results.getLast().row());
            }
            String table = table(results);
            System.out.println(table);
            if (options.write()) {
                write(table);
            }
        } finally {
            benchmark.stop();
        }
    }

    private void start() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of(System.getenv().getOrDefault("BENCH_JVM", "").split(" ")));
        command.removeIf(String::isEmpty);
        command.addAll(List.of("-jar", "article-service/target/quarkus-app/quarkus-run.jar"));
        ProcessBuilder builder = new ProcessBuilder(command);
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
        service = builder.redirectErrorStream(true)
                .redirectOutput(work.resolve("article-service.log").toFile())
                .start();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/ready"))
                .build();
        for (Instant until = Instant.now().plusSeconds(120); ; ) {
            try {
                if (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It has not opened its port.
            }
            if (Instant.now().isAfter(until) || !service.isAlive()) {
                throw new IllegalStateException("article-service did not start; see " + work + "/article-service.log");
            }
            Thread.sleep(200);
        }
    }

    private void stop() {
        try {
            if (service != null) {
                service.destroy();
                service.waitFor();
            }
            postgres.close();
        } catch (IOException | InterruptedException ignored) {
            // Nothing is left to do about it.
        }
    }

    private Measured measure(int articles, boolean storedOnly, boolean watch) throws Exception {
        DataSource database = postgres.getPostgresDatabase();
        Tables tables = new Tables(database);
        tables.empty();
        Path items = work.resolve("items-" + articles + ".ndjson");
        GeneratedArticles.write(items, articles);
        List<Long> memory = new ArrayList<>();
        ProcessorTime before = ProcessorTime.now(service.pid(), database);
        long begun = System.nanoTime();
        upload(items, articles, memory, watch ? new ServerSamples(database) : null);
        double seconds = secondsSince(begun);
        ProcessorTime processor = ProcessorTime.now(service.pid(), database).since(before);
        long searchable = articles - tables.count("article_backlog");
        double followed = storedOnly ? 0 : awaitFollowing(tables, begun);
        memory.add(residentMegabytes());
        long bytes = Files.size(items);
        Files.delete(items);
        if (storedOnly) {
            tables.emptyBacklog();
            double copied = copy(tables, Tables.STORED, List.of(Tables.STORED)).getFirst();
            return new Measured(articles, seconds, searchable, copied, null, bytes, processor, memory);
        }
        tables.awaitEmpty("search_new_words");
        List<Double> copied = copy(tables, Tables.ALL, List.of(Tables.STORED, Tables.ALL));
        Measured.Following following = new Measured.Following(followed, copied.getLast());
        return new Measured(articles, seconds, searchable, copied.getFirst(), following, bytes, processor, memory);
    }

    private void upload(Path items, int articles, List<Long> memory, ServerSamples samples) throws Exception {
        new Upload(port, token())
                .send(items, articles, Math.max(1, articles / POINTS), () -> memory.add(residentMegabytes()));
        if (samples != null) {
            samples.close();
        }
    }

    private static double awaitFollowing(Tables tables, long begun) throws Exception {
        tables.awaitEmpty("article_backlog");
        return secondsSince(begun);
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Writes the rows of tables to files and reads some of them back, more than once; how many seconds each took. */
    private List<Double> copy(Tables tables, List<String> written, List<List<String>> read) throws Exception {
        Path folder = tables.write(work, written);
        List<Double> seconds = new ArrayList<>();
        for (List<String> some : read) {
            seconds.add(tables.read(folder, some));
        }
        for (String table : written) {
            Files.delete(folder.resolve(table));
        }
        Files.delete(folder);
        return seconds;
    }

    private long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(service.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** A token of an editor, as Keycloak would issue it. */
    private String token() throws Exception {
        long now = Instant.now().getEpochSecond();
        String claims = "{\"iss\":\"https://bench.khabar.test\",\"aud\":\"khabar\",\"sub\":\"bench\",\"typ\":\"Bearer\","
                + "\"preferred_username\":\"bench\",\"realm_access\":{\"roles\":[\"editor\"]},\"iat\":" + now + ",\"exp\":"
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

    private static String table(List<Measured> results) throws IOException {
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        StringBuilder table = new StringBuilder(
                "%s, %d cores for service, PostgreSQL and client together; load average at the end %s.\n\n"
                        .formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), load));
        table.append(Measured.HEAD);
        results.forEach(result -> table.append(result.row()).append('\n'));
        return table.toString();
    }

    private static void write(String table) throws IOException {
        String text = Files.readString(Path.of(README));
        int start = text.indexOf("<!-- import -->");
        int end = text.indexOf("<!-- /import -->");
        Files.writeString(
                Path.of(README), text.substring(0, start) + "<!-- import -->\n" + table + text.substring(end));
    }
}
