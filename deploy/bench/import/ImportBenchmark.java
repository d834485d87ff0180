import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Imports generated articles through the packaged article-service, then puts the rows that came of it into the same,
 * emptied tables by COPY. Starts its own PostgreSQL and service, on free ports, with a key of its own to sign tokens.
 */
public final class ImportBenchmark {

    /** The tables that an import fills, in the order of their references; generated columns fill themselves. */
    private static final List<String> TABLES = List.of("article", "revision", "feed_event");

    /** The tables that the search index and the stories are, which follow. */
    private static final List<String> FOLLOWING = List.of("article_search", "story_sketch", "story_band");

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
                .setServerConfig("max_wal_size", "4GB")
                .start();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        this.keys = generator.generateKeyPair();
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    /**
     * @param seconds until the last result
     * @param takenInSeconds until the search index and the stories had all articles as well
     * @param copySeconds of the articles, their revisions and events
     * @param copyAllSeconds of the rows of the search index and the stories as well
     */
    record Measured(
            int articles,
            double seconds,
            double takenInSeconds,
            double copySeconds,
            double copyAllSeconds,
            long bytes,
            List<Long> memory) {

        String row() {
            double rate = articles / seconds;
            double copyRate = articles / copySeconds;
            double takenInRate = articles / takenInSeconds;
            double copyAllRate = articles / copyAllSeconds;
            return String.format(
                    Locale.ROOT,
                    "| %,d | %.0f | %.0f | %.2f | %.0f | %.0f | %.2f | %.1f | %d | %d | %d |",
                    articles,
                    rate,
                    copyRate,
                    rate / copyRate,
                    takenInRate,
                    copyAllRate,
                    takenInRate / copyAllRate,
                    bytes / seconds / 1e6,
                    memory.getFirst(),
                    memory.stream().mapToLong(Long::longValue).max().orElseThrow(),
                    memory.getLast());
        }
    }

    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = new ArrayList<>();
        boolean write = false;
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            if (argument.equals("--write")) {
                write = true;
            } else {
                sizes.add(Integer.parseInt(argument));
            }
        }
        ImportBenchmark benchmark = new ImportBenchmark(Path.of(arguments[0]));
        Runtime.getRuntime().addShutdownHook(new Thread(benchmark::stop));
        try {
            benchmark.start();
            benchmark.measure(2_000); // warms the service up
            List<Measured> results = new ArrayList<>();
            for (int size : sizes.isEmpty() ? List.of(10_000, 100_000) : sizes) {
                results.add(benchmark.measure(size));
                System.out.println(results.getLast().row());
            }
            String table = table(results);
            System.out.println(table);
            if (write) {
                write(table);
            }
        } finally {
            benchmark.stop();
        }
    }

    private void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                "article-service/target/quarkus-app/quarkus-run.jar");
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

    private Measured measure(int articles) throws Exception {
        empty();
        Path items = work.resolve("items-" + articles + ".ndjson");
        generate(items, articles);
        List<Long> memory = new ArrayList<>();
        long[] outcomes = new long[2];
        long begun = System.nanoTime();
        upload(items, articles, memory, outcomes);
        double seconds = (System.nanoTime() - begun) / 1e9;
        awaitEmpty("article_backlog");
        double takenInSeconds = (System.nanoTime() - begun) / 1e9;
        memory.add(residentMegabytes());
        awaitEmpty("search_new_words");
        if (outcomes[0] != articles) {
            throw new IllegalStateException("of " + articles + " were created " + outcomes[0] + ", failed " + outcomes[1]);
        }
        long bytes = Files.size(items);
        Files.delete(items);
        Path rows = writeRows();
        double copySeconds = copy(rows, TABLES);
        double copyAllSeconds = copy(rows, all());
        for (String table : all()) {
            Files.delete(rows.resolve(table));
        }
        return new Measured(articles, seconds, takenInSeconds, copySeconds, copyAllSeconds, bytes, memory);
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(TABLES);
        all.addAll(FOLLOWING);
        return all;
    }

    private void awaitEmpty(String table) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (boolean some = true; some; ) {
                try (ResultSet row = statement.executeQuery("select exists (select from " + table + ")")) {
                    row.next();
                    some = row.getBoolean(1);
                }
                if (some) {
                    Thread.sleep(100);
                }
            }
        }
    }

    /** Sends the file as one request; reads the results meanwhile, and the memory at some points. */
    private void upload(Path items, int articles, List<Long> memory, long[] outcomes) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> {
                try {
                    out.write(("POST /imports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                                    + "\r\nContent-Type: application/x-ndjson\r\nIdempotency-Key: bench-" + articles + "-"
                                    + System.nanoTime() + "\r\nContent-Length: " + Files.size(items) + "\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
                    Files.copy(items, out);
                    out.flush();
                } catch (Exception broken) {
                    throw new IllegalStateException("sending broke off", broken);
                }
            });
            InputStream answer = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            String status = ChunkedBody.readHead(answer);
            if (!status.contains(" 200 ")) {
                throw new IllegalStateException(status);
            }
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(new ChunkedBody(answer), StandardCharsets.UTF_8), 1 << 16);
            int every = Math.max(1, articles / POINTS);
            long results = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("{\"done\"")) {
                    if (!line.startsWith("{\"done\":true")) {
                        throw new IllegalStateException(line);
                    }
                    break;
                }
                if (line.contains("\"status\":\"created\"")) {
                    outcomes[0]++;
                } else if (line.contains("\"status\":\"failed\"")) {
                    outcomes[1]++;
                } else {
                    throw new IllegalStateException(line);
                }
                if (++results % every == 0) {
                    memory.add(residentMegabytes());
                }
            }
            sending.join();
        }
    }

    private long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(service.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** Writes the rows to files. */
    private Path writeRows() throws Exception {
        Path folder = Files.createTempDirectory(work.toAbsolutePath(), "rows");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : all()) {
                statement.execute("copy %s (%s) to '%s'"
                        .formatted(table, columns(statement, table), folder.resolve(table)));
            }
        }
        return folder;
    }

    /** Empties all tables and reads the files of some into them, in one transaction; the time of the reading. */
    private double copy(Path folder, List<String> tables) throws Exception {
        empty();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            Map<String, String> columns = new TreeMap<>();
            for (String table : tables) {
                columns.put(table, columns(statement, table));
            }
            connection.setAutoCommit(false);
            long begun = System.nanoTime();
            for (String table : tables) {
                statement.execute("copy %s (%s) from '%s'".formatted(table, columns.get(table), folder.resolve(table)));
            }
            connection.commit();
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private static String columns(Statement statement, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select quote_ident(attname) from pg_attribute where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum"
                        .formatted(table))) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return String.join(", ", names);
    }

    private void empty() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate article_backlog, " + String.join(", ", all())
                    + ", story, story_link, search_new_words, search_term cascade");
            statement.execute("update feed_head set last_id = 0");
            statement.execute("checkpoint");
        }
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

    private static void generate(Path file, int articles) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (int number = 0; number < articles; number++) {
                out.write(Articles.item(number).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
    }

    private static String table(List<Measured> results) throws IOException {
        String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        StringBuilder table = new StringBuilder(
                "%s, %d cores for service, PostgreSQL and client together; load average at the end %s.\n\n"
                        .formatted(LocalDate.now(), Runtime.getRuntime().availableProcessors(), load));
        table.append("| Articles | imported/s | COPY/s | import / COPY | searchable/s | COPY of all/s | searchable / COPY of all"
                + " | MB/s in | memory MB at 10% | highest | at the end |\n");
        table.append("| --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |\n");
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

    /** The body of an answer in chunks (RFC 9112, section 7.1), whose ends fall anywhere. */
    private static final class ChunkedBody extends InputStream {
        private final InputStream in;
        private int left;
        private boolean ended;

        /** @param in behind the answer's head */
        ChunkedBody(InputStream in) {
            this.in = in;
        }

        /** The answer's status line; leaves the stream behind its head. */
        static String readHead(InputStream in) throws IOException {
            String status = line(in);
            while (!line(in).isEmpty()) {
                // The fields of the head say nothing that is not known.
            }
            return status;
        }

        @Override
        public int read() throws IOException {
            if (left == 0 && !ended) {
                String size = line(in);
                left = Integer.parseInt(size.isEmpty() ? line(in) : size, 16);
                ended = left == 0;
            }
            if (ended) {
                return -1;
            }
            left--;
            return in.read();
        }

        /** No more than there is of a chunk, so that nobody waits for the next one. */
        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int first = read();
            if (first < 0) {
                return -1;
            }
            bytes[offset] = (byte) first;
            int rest = left == 0 || length == 1 ? 0 : Math.max(0, in.read(bytes, offset + 1, Math.min(left, length - 1)));
            left -= rest;
            return 1 + rest;
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            int next;
            while ((next = in.read()) >= 0 && next != '\n') {
                line.append((char) next);
            }
            if (next < 0) {
                throw new EOFException("the answer broke off");
            }
            return line.toString().strip();
        }
    }

    /** Articles of about two kilobytes, the same in every run: sentences of common words in an order of their own. */
    private static final class Articles {
        private static final String[] WORDS = ("قال أعلن أكد أوضح أضاف وزير رئيس مدير بلدية مدينة قرية جهة إقليم مجلس لجنة"
                        + " مشروع قانون ميزانية اتفاقية طريق ماء كهرباء مدرسة جامعة مستشفى تلميذ أستاذ طبيب سوق ثمن خبز قمح"
                        + " مطر ريح بحر سفينة ميناء قطار مطار معرض كتاب مكتبة متحف مهرجان فيلم لاعب مباراة فريق بطولة على"
                        + " في من إلى عن مع بعد قبل خلال منذ حول ضد بين اليوم أمس غدا السنة الماضية المقبلة الجديدة الأولى"
                        + " الثانية الكبرى الوطنية الدولية المحلية الصحية الاقتصادية الثقافية الرباط الدار البيضاء فاس مراكش"
                        + " طنجة أكادير وجدة تونس الجزائر القاهرة بيروت عمان بغداد دمشق الخرطوم الدوحة")
                .split(" ");
        private static final String[] OUTLETS = {"hespress", "aljazeera", "ahram", "elkhabar", "mosaiquefm", "annahar"};
        private static final int PARAGRAPHS = 5;
        private static final int WORDS_A_PARAGRAPH = 34;

        private Articles() {}

        static String item(int number) {
            Random random = new Random(number * 2_654_435_761L);
            StringBuilder blocks = new StringBuilder();
            for (int paragraph = 0; paragraph < PARAGRAPHS; paragraph++) {
                blocks.append(paragraph == 0 ? "" : ",")
                        .append("{\"kind\":\"PARAGRAPH\",\"text\":\"")
                        .append(words(random, WORDS_A_PARAGRAPH))
                        .append(".\"}");
            }
            String outlet = OUTLETS[number % OUTLETS.length];
            return "{\"headline\":\"" + words(random, 9) + " " + number + "\",\"outlet\":\"" + outlet
                    + "\",\"language\":\"ar\",\"kind\":\"NEWS\",\"byline\":\"" + words(random, 2) + "\",\"publishedAt\":\""
                    + Instant.ofEpochSecond(1_262_304_000L + number * 331L) + "\",\"url\":\"https://" + outlet
                    + ".example/" + number + "\",\"blocks\":[" + blocks + "]}";
        }

        private static String words(Random random, int count) {
            StringBuilder words = new StringBuilder();
            for (int word = 0; word < count; word++) {
                words.append(word == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
            }
            return words.toString();
        }
    }
}
