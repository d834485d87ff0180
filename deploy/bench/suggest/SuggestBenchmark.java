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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.khabar.entity.text.SearchKey;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Asks the packaged entity-service for suggestions in a generated catalogue, one request after the other, and says how long the
 * answers take and whether the one that is meant is among them. Starts its own PostgreSQL and service.
 */
public final class SuggestBenchmark {

    private static final String README = "deploy/bench/README.md";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int WARM_UP = 4_000;
    private static final int OF_EACH_KIND = 500;
    private static final int ARABIC_ONLY = 3;

    private final Path work;
    private final String heap;
    private final EmbeddedPostgres postgres;
    private final KeyPair keys;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();
    private String token = "";
    private Instant tokenEnds = Instant.MIN;
    private Process service;

    private SuggestBenchmark(Path work, String heap) throws Exception {
        this.work = work;
        this.heap = heap;
        this.postgres = EmbeddedPostgres.builder()
                .setDataDirectory(Files.createTempDirectory(work.toAbsolutePath(), "postgres"))
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "8GB")
                .start();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.keys = generator.generateKeyPair();
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    /** What is typed, and the entity that is meant. */
    private record Question(String typed, UUID meant) {}

    /** How long answers took, in milliseconds, and how many held the entity that was meant. */
    private record Answers(String kind, double[] millis, int found) {

        double percentile(double part) {
            return millis[(int) Math.min(millis.length - 1, Math.round(part * millis.length))];
        }
    }

    public static void main(String[] arguments) throws Exception {
        int entities = 1_000_000;
        boolean write = false;
        String heap = "2g";
        for (int i = 1; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--write" -> write = true;
                case "--heap" -> heap = arguments[++i];
                default -> entities = Integer.parseInt(arguments[i]);
            }
        }
        SuggestBenchmark benchmark = new SuggestBenchmark(Path.of(arguments[0]), heap);
        Runtime.getRuntime().addShutdownHook(new Thread(benchmark::stop));
        try {
            String table = benchmark.measure(entities);
            System.out.println(table);
            if (write) {
                write(table);
            }
        } finally {
            benchmark.stop();
        }
    }

    private String measure(int entities) throws Exception {
        start();
        stopService();
        long begun = System.nanoTime();
        fill(entities);
        System.out.printf("%,d entities in the catalogue after %.0f s%n", entities, (System.nanoTime() - begun) / 1e9);
        start();
        List<Answers> kinds = new ArrayList<>();
        Map<String, List<Question>> questions = questions(entities);
        List<Question> all = questions.values().stream().flatMap(List::stream).toList();
        Random order = new Random(3);
        for (int i = 0; i < WARM_UP; i++) {
            ask(all.get(order.nextInt(all.size())).typed());
        }
        for (Map.Entry<String, List<Question>> kind : questions.entrySet()) {
            kinds.add(answers(kind.getKey(), kind.getValue()));
        }
        double[] together =
                kinds.stream().flatMapToDouble(kind -> Arrays.stream(kind.millis())).sorted().toArray();
        kinds.add(new Answers("all", together, kinds.stream().mapToInt(Answers::found).sum()));
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %d cores for client, service and PostgreSQL; %,d entities with %,d names; load average at the end %s.%n%n"
                        + "| Typed | requests | p50 ms | p95 ms | p99 ms | longest ms | meant one found |%n"
                        + "| --- | --: | --: | --: | --: | --: | --: |%n",
                LocalDate.now(),
                Runtime.getRuntime().availableProcessors(),
                count("select count(*) from entity"),
                count("select count(*) from entity_alias"),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]));
        for (Answers kind : kinds) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %,d | %.1f | %.1f | %.1f | %.1f | %d%% |%n",
                    kind.kind(),
                    kind.millis().length,
                    kind.percentile(0.5),
                    kind.percentile(0.95),
                    kind.percentile(0.99),
                    kind.millis()[kind.millis().length - 1],
                    100 * kind.found() / kind.millis().length));
        }
        return table.toString();
    }

    private Answers answers(String kind, List<Question> questions) throws Exception {
        double[] millis = new double[questions.size()];
        int found = 0;
        for (int i = 0; i < millis.length; i++) {
            long begun = System.nanoTime();
            String answer = ask(questions.get(i).typed());
            millis[i] = (System.nanoTime() - begun) / 1e6;
            found += answer.contains(questions.get(i).meant().toString()) ? 1 : 0;
        }
        Arrays.sort(millis);
        return new Answers(kind, millis, found);
    }

    /** By kind, each about entities of its own. */
    private static Map<String, List<Question>> questions(int entities) {
        GeneratedNames names = new GeneratedNames(entities);
        Map<String, List<Question>> questions = new LinkedHashMap<>();
        Random random = new Random(5);
        for (int length = 1; length <= 8; length++) {
            int letters = length;
            questions.put(
                    letters + " Arabic", list(entities, random, n -> beginning(names.name(n).arabic(), letters), false));
            questions.put(
                    letters + " Latin", list(entities, random, n -> beginning(names.name(n).latin(), letters), true));
        }
        questions.put("a surname's first 4", list(entities, random, n -> beginning(names.name(n).arabicSurname(), 4), false));
        questions.put("whole name, Arabic", list(entities, random, n -> names.name(n).arabic(), false));
        questions.put("whole name, Latin", list(entities, random, n -> names.name(n).latin(), true));
        questions.put("a letter missing", list(entities, random, n -> withoutALetter(names.name(n).latin(), n), true));
        questions.put("in the other script", inTheOtherScript(entities, random, names));
        return questions;
    }

    private static List<Question> list(int entities, Random random, Function<Integer, String> typed, boolean latin) {
        List<Question> list = new ArrayList<>();
        while (list.size() < OF_EACH_KIND) {
            int number = random.nextInt(entities);
            if (!latin || number % ARABIC_ONLY != 0) {
                list.add(new Question(typed.apply(number), id(number)));
            }
        }
        return list;
    }

    /** About entities without a Latin name. */
    private static List<Question> inTheOtherScript(int entities, Random random, GeneratedNames names) {
        List<Question> list = new ArrayList<>();
        while (list.size() < OF_EACH_KIND) {
            int number = random.nextInt(entities / ARABIC_ONLY) * ARABIC_ONLY;
            list.add(new Question(otherwise(names.name(number).latin()), id(number)));
        }
        return list;
    }

    private static String beginning(String name, int letters) {
        return name.substring(0, Math.min(letters, name.length())).strip();
    }

    private static String withoutALetter(String name, int number) {
        int at = 2 + number % Math.max(1, name.length() - 3);
        return name.substring(0, at) + name.substring(at + 1);
    }

    /** As somebody else would write it in Latin letters. */
    private static String otherwise(String latin) {
        return latin.replace("ou", "u").replace("ch", "sh").replace("k", "q").replace("qh", "kh").replace("El ", "Al-");
    }

    private static UUID id(int number) {
        return new UUID(0x0197_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
    }

    private void fill(int entities) throws SQLException, IOException {
        GeneratedNames names = new GeneratedNames(entities);
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set maintenance_work_mem = '1GB'");
            List<String> indexes = list(statement, """
                    select indexdef from pg_indexes where tablename = 'entity_alias'
                        and indexname not in (select conname from pg_constraint)
                    """);
            for (String index : list(statement, """
                    select indexname from pg_indexes where tablename = 'entity_alias'
                        and indexname not in (select conname from pg_constraint)
                    """)) {
                statement.execute("drop index " + index);
            }
            copy(connection, "entity (id, type)", entities, number ->
                    id(number) + "\t" + names.name(number).type() + "\n");
            copy(connection, "entity_name (entity_id, language, text)", entities, number ->
                    id(number) + "\tar\t" + names.name(number).arabic() + "\n");
            copy(connection, "entity_alias (entity_id, language, type, text, search_key)", entities, number ->
                    aliases(number, names.name(number)));
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("vacuum analyze");
        }
    }

    /** A third have no Latin name. */
    private static String aliases(int number, GeneratedNames.Named named) {
        String rows = alias(number, "ar", "NAME", named.arabic());
        if (number % ARABIC_ONLY != 0) {
            rows += alias(number, "fr", "NAME", named.latin());
        }
        return named.type().equals("PERSON") ? rows + alias(number, "ar", "SHORT", named.arabicSurname()) : rows;
    }

    private static String alias(int number, String language, String type, String text) {
        return String.join("\t", id(number).toString(), language, type, text, SearchKey.of(text)) + "\n";
    }

    private static void copy(Connection connection, String table, int rows, Function<Integer, String> row)
            throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin");
        for (int number = 0; number < rows; number++) {
            byte[] bytes = row.apply(number).getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
        }
        copy.endCopy();
    }

    private static List<String> list(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            return Integer.parseInt(list(statement, sql).getFirst());
        }
    }

    private String ask(String typed) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"query\":\"query($typed: String!) { suggestEntities(prefix: $typed) { name entity { id } } }\","
                                + "\"variables\":{\"typed\":\"" + typed + "\"}}"))
                .build();
        String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        if (answer.contains("\"errors\"") || !answer.contains("suggestEntities")) {
            throw new IllegalStateException(answer);
        }
        return answer;
    }

    private void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
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
        service = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        work.resolve("entity-service.log").toFile()))
                .start();
        HttpRequest ready = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/live"))
                .build();
        for (Instant until = Instant.now().plusSeconds(300); ; ) {
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

    private void stopService() throws InterruptedException {
        service.destroy();
        service.waitFor();
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

    /** A token of a reader, as Keycloak would issue it. */
    private String token() throws Exception {
        if (Instant.now().isBefore(tokenEnds)) {
            return token;
        }
        long now = Instant.now().getEpochSecond();
        String claims = "{\"iss\":\"https://bench.khabar.test\",\"aud\":\"khabar\",\"sub\":\"bench\",\"typ\":\"Bearer\","
                + "\"preferred_username\":\"bench\",\"realm_access\":{\"roles\":[\"reader\"]},\"iat\":" + now + ",\"exp\":"
                + (now + 3600) + "}";
        String signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        token = signed + "." + BASE64.encodeToString(signature.sign());
        tokenEnds = Instant.now().plusSeconds(1800);
        return token;
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(String table) throws IOException {
        String text = Files.readString(Path.of(README));
        int start = text.indexOf("<!-- suggest -->");
        int end = text.indexOf("<!-- /suggest -->");
        Files.writeString(
                Path.of(README), text.substring(0, start) + "<!-- suggest -->\n" + table + text.substring(end));
    }
}
