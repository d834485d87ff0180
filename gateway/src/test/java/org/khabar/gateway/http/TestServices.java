package org.khabar.gateway.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.cases.TestSubgraph;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.json.JsonWriter;
import org.khabar.gateway.supergraph.Composition;
import org.khabar.gateway.supergraph.CompositionResult;
import org.khabar.gateway.supergraph.SubgraphSdl;

/**
 * Two subgraphs, maybe their supergraph, and an identity provider on one HTTP server. Tests steer it by HTTP alone:
 * {@code /mint} makes tokens, {@code /mode} says how a subgraph behaves, {@code /seen} tells what it was sent last.
 */
public class TestServices implements QuarkusTestResourceLifecycleManager {
    static final String ISSUER = "https://identity.test/realms/khabar";

    private static final String ADS =
            "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.5\")" + " type Query { ad: String }";

    private static final Path FOLDER = Path.of("src/test/resources/http");

    private final KeyPair key = newKey();
    private final KeyPair otherKey = newKey();
    private final Map<String, String> modes = new ConcurrentHashMap<>();
    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private final Map<String, TestSubgraph> subgraphs = new ConcurrentHashMap<>();
    private @Nullable HttpServer server;

    @Override
    public void init(Map<String, String> arguments) {
        modes.putAll(arguments);
    }

    @Override
    public Map<String, String> start() {
        try {
            HttpServer started = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            started.createContext("/", this::handle);
            started.start();
            server = started;
            return config("http://localhost:" + started.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> config(String url) {
        Map<String, String> config = new HashMap<>();
        config.put("test.services", url);
        config.put("khabar.gateway.subgraphs", "shop=" + url + "/shop,reviews=" + url + "/reviews");
        if (modes.containsKey("supergraph")) {
            config.put("khabar.gateway.supergraph", url + "/supergraph");
        }
        config.put("quarkus.oidc.auth-server-url", "");
        config.put(
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(key.getPublic().getEncoded()));
        config.put("quarkus.oidc.token.issuer", ISSUER);
        config.put("quarkus.oidc-client.auth-server-url", url);
        config.put("quarkus.oidc-client.token-path", "/token");
        config.put("quarkus.oidc-client.credentials.secret", "not-a-secret");
        return config;
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** Handles a request to any of them. */
    void handle(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/mint" -> send(exchange, 200, mint(query));
            case "/mode" -> {
                set(query.getOrDefault("of", ""), query.getOrDefault("is", ""));
                send(exchange, 200, "");
            }
            case "/supergraph" -> supergraph(exchange, modes.getOrDefault("supergraph", "up"));
            case "/seen" -> send(exchange, 200, seen.getOrDefault(query.get("of"), ""));
            case "/token" -> token(exchange);
            default -> subgraph(exchange, path.substring(1));
        }
    }

    private void token(HttpExchange exchange) throws IOException {
        String own = own(exchange);
        if ("held".equals(modes.get("token"))) {
            seen.put("token", "asked");
            awaitOther("token", "held");
        }
        send(exchange, 200, "{\"access_token\":\"" + own + "\",\"expires_in\":300}");
    }

    private String own(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return mint(Map.of("roles", form.contains("scope=khabar-reader") ? "reader" : "service"));
    }

    private String mint(Map<String, String> wishes) {
        long now = System.currentTimeMillis() / 1000;
        boolean expired = "true".equals(wishes.get("expired"));
        JwtClaimsBuilder claims = Jwt.issuer(wishes.getOrDefault("issuer", ISSUER))
                .audience(wishes.getOrDefault("audience", "khabar"))
                .subject(wishes.getOrDefault("subject", "someone"))
                .issuedAt(expired ? now - 1000 : now)
                .expiresAt(expired ? now - 500 : now + 300)
                .claim(
                        "realm_access",
                        Map.of(
                                "roles",
                                List.of(wishes.getOrDefault("roles", "reader").split(","))))
                .claim("scope", wishes.getOrDefault("scope", "openid"))
                .claim("department", Map.of("name", wishes.getOrDefault("department", "sales")));
        KeyPair signer = "other".equals(wishes.get("key")) ? otherKey : key;
        return claims.sign(signer.getPrivate());
    }

    private static void supergraph(HttpExchange exchange, String mode) throws IOException {
        switch (mode) {
            case "down" -> send(exchange, 503, "gone fishing");
            case "garbage" -> send(exchange, 200, "type Query { oops");
            case "unreachable" -> send(exchange, 200, composed("up", new SubgraphSdl("ads", "ftp://ads.test", ADS)));
            default -> send(exchange, 200, composed(mode));
        }
    }

    private static String composed(String mode, SubgraphSdl... others) throws IOException {
        String reviews = "reviews" + (mode.equals("up") ? "" : "." + mode) + ".graphqls";
        List<SubgraphSdl> subgraphs = new ArrayList<>(List.of(others));
        subgraphs.add(new SubgraphSdl("shop", "http://unused.test", Files.readString(FOLDER.resolve("shop.graphqls"))));
        subgraphs.add(new SubgraphSdl("reviews", "http://unused.test", Files.readString(FOLDER.resolve(reviews))));
        return switch (Composition.compose(subgraphs)) {
            case CompositionResult.Success success -> success.supergraph().sdl();
            case CompositionResult.Failure failure ->
                throw new IllegalStateException(failure.errors().toString());
        };
    }

    private void subgraph(HttpExchange exchange, String name) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!new String(body, StandardCharsets.UTF_8).contains("_service")) {
            seen.put(name, String.valueOf(exchange.getRequestHeaders().entrySet()));
        }
        String mode = modes.getOrDefault(name, "up");
        switch (mode) {
            case "down" -> send(exchange, 503, "gone fishing");
            case "garbage" -> send(exchange, 200, "<html>not what you asked for</html>");
            case "huge" -> send(exchange, 200, "{\"data\":\"" + "x".repeat(200_000) + "\"}");
            case "deep" -> send(exchange, 200, "{\"data\":" + "[".repeat(5_000));
            case "padded" -> send(exchange, 200, padded(answer(name, "up", body)));
            case "dripping" -> drip(exchange, name);
            case "large", "half", "flood" -> large(exchange, name, mode, body);
            case "held" -> {
                if (!new String(body, StandardCharsets.UTF_8).contains("_service")) {
                    awaitOther(name, "held");
                }
                send(exchange, 200, new String(answer(name, "up", body), StandardCharsets.UTF_8));
            }
            case "silent" -> seen.put(name + ".silent", "asked");
            default -> send(exchange, 200, new String(answer(name, mode, body), StandardCharsets.UTF_8));
        }
    }

    /** Answers with a very long name where products are asked for; {@code half} waits before the end. */
    private void large(HttpExchange exchange, String name, String mode, byte[] body) throws IOException {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.contains("_service") || !text.contains("products")) {
            send(exchange, 200, new String(answer(name, "up", body), StandardCharsets.UTF_8));
            return;
        }
        byte[] opening = "{\"data\":{\"products\":[{\"name\":\"".getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\"}]}}".getBytes(StandardCharsets.US_ASCII);
        byte[] piece = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        int pieces = mode.equals("flood") ? 160 : 10;
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, opening.length + (long) pieces * piece.length + end.length);
        OutputStream out = exchange.getResponseBody();
        out.write(opening);
        for (int i = 0; i < pieces; i++) {
            out.write(piece);
        }
        out.flush();
        if (mode.equals("half")) {
            awaitOther(name, mode);
        }
        out.write(end);
        exchange.close();
    }

    private void set(String subgraph, String mode) {
        synchronized (modes) {
            modes.put(subgraph, mode);
            modes.notifyAll();
        }
    }

    /** Waits until a subgraph is told to behave otherwise. */
    private void awaitOther(String subgraph, String mode) {
        synchronized (modes) {
            while (mode.equals(modes.get(subgraph))) {
                try {
                    modes.wait();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    /** Sends blanks, which may stand before JSON, until nobody takes them any more. */
    private void drip(HttpExchange exchange, String name) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try {
            while (true) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                Thread.sleep(10);
            }
        } catch (IOException _) {
            seen.put(name + ".left by " + exchange.getRequestHeaders().getFirst("X-Request-Id"), "left");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static String padded(byte[] answer) {
        return new String(answer, StandardCharsets.UTF_8) + " ".repeat(90_000);
    }

    byte[] answer(String name, String mode, byte[] body) throws IOException {
        String sdl = sdl(name, mode);
        if (new String(body, StandardCharsets.UTF_8).contains("_service")) {
            return new JsonWriter(1024)
                    .value(Map.of("data", Map.of("_service", Map.of("sdl", sdl))))
                    .toBytes();
        }
        return subgraphs
                .computeIfAbsent(name, _ -> new TestSubgraph(sdl, data(name)))
                .answer(body);
    }

    private static String sdl(String name, String mode) throws IOException {
        return switch (mode) {
            case "nested" -> "type Query { a: " + "[".repeat(3_000) + "Int" + "]".repeat(3_000) + " }";
            case "chained" -> "type Query { a: T0 }" + chain(20_000);
            default -> Files.readString(FOLDER.resolve(name + (mode.equals("up") ? "" : "." + mode) + ".graphqls"));
        };
    }

    /** Types that lead to one another, the last to the first. */
    private static String chain(int length) {
        return IntStream.range(0, length)
                .mapToObj(type -> "type T" + type + " { next: T" + (type + 1) % length + " }")
                .collect(Collectors.joining("\n"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(String name) {
        try {
            byte[] json = Files.readAllBytes(FOLDER.resolve(name + ".json"));
            return (Map<String, Object>) Objects.requireNonNull(JsonReader.read(json, 50));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> parameters = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
