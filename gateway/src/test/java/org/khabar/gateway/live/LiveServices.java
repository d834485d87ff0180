package org.khabar.gateway.live;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.cases.TestSubgraph;
import org.khabar.gateway.json.JsonReader;
import org.khabar.gateway.json.JsonWriter;

/**
 * Two subgraphs on one HTTP server, one of which has events, and an identity provider. Tests steer it by HTTP alone:
 * {@code /mint} makes tokens, {@code /events/…} tells the {@link FakeEvents} what to do, {@code /hold} keeps answers back
 * until {@code /release}, {@code /schema} has a subgraph say another schema of itself, {@code /tokens} tells the
 * {@link FakeTokens} what to do.
 */
public final class LiveServices implements QuarkusTestResourceLifecycleManager {
    private static final String ISSUER = "https://identity.test/realms/khabar";
    private static final Path FOLDER = Path.of("src/test/resources/live");

    private final KeyPair key = newKey();
    private final KeyPair otherKey = newKey();
    private final Vertx vertx = Vertx.vertx();
    private final FakeEvents events = new FakeEvents();
    private final Map<String, TestSubgraph> subgraphs = new HashMap<>();
    private final List<Runnable> held = new ArrayList<>();
    private final FakeTokens ownTokens = new FakeTokens();
    private final Map<String, String> variants = new ConcurrentHashMap<>();
    private boolean isHolding;
    private @Nullable HttpServer server;

    @Override
    public Map<String, String> start() {
        vertx.exceptionHandler(Throwable::printStackTrace);
        for (String name : List.of("shop", "reviews")) {
            subgraphs.put(name, new TestSubgraph(read(name + ".graphqls"), data(name)));
        }
        HttpServer started = vertx.createHttpServer(
                        new HttpServerOptions().setWebSocketSubProtocols(List.of("graphql-transport-ws")))
                .requestHandler(this::handle)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        server = started;
        return config("http://localhost:" + started.actualPort());
    }

    private Map<String, String> config(String url) {
        Map<String, String> config = new HashMap<>();
        config.put("test.services", url);
        config.put("khabar.gateway.subgraphs", "shop=" + url + "/shop,reviews=" + url + "/reviews");
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
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(HttpServerRequest request) {
        String path = String.valueOf(request.path());
        if (path.startsWith("/events/")) {
            request.body()
                    .onSuccess(body ->
                            request.response().end(events.steer(path.substring("/events/".length()), body.toString())));
        } else if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            events.accept(request);
        } else if (path.equals("/hold") || path.equals("/release")) {
            hold(path.equals("/hold"));
            request.response().end();
        } else if (path.equals("/schema")) {
            variants.put(parameter(request, "of", ""), parameter(request, "is", ""));
            request.response().end();
        } else if (path.equals("/mint")) {
            request.response().end(mint(request));
        } else if (path.equals("/token")) {
            ownTokens.ask(request, mint(request));
        } else if (path.equals("/tokens")) {
            request.response()
                    .end(ownTokens.steer(
                            parameter(request, "are", ""), Integer.parseInt(parameter(request, "seconds", "300"))));
        } else {
            request.body()
                    .onSuccess(body ->
                            whenReleased(body, () -> request.response().end(answer(path.substring(1), body))));
        }
    }

    private synchronized void hold(boolean hold) {
        isHolding = hold;
        if (!hold) {
            held.forEach(Runnable::run);
            held.clear();
        }
    }

    private synchronized void whenReleased(Buffer body, Runnable answer) {
        if (isHolding && !body.toString().contains("_service")) {
            held.add(answer);
        } else {
            answer.run();
        }
    }

    private String mint(HttpServerRequest request) {
        long now = System.currentTimeMillis() / 1000;
        return Jwt.issuer(ISSUER)
                .audience("khabar")
                .subject(parameter(request, "subject", "someone"))
                .issuedAt(now - 10)
                .expiresAt(now + Long.parseLong(parameter(request, "seconds", "300")))
                .claim("realm_access", Map.of("roles", List.of(parameter(request, "roles", "reader"))))
                .claim("scope", parameter(request, "scope", "openid"))
                .sign((parameter(request, "key", "").equals("other") ? otherKey : key).getPrivate());
    }

    private static String parameter(HttpServerRequest request, String name, String fallback) {
        String value = request.getParam(name);
        return value == null ? fallback : value;
    }

    private Buffer answer(String subgraph, Buffer body) {
        if (body.toString().contains("_service")) {
            return Buffer.buffer(new JsonWriter(1024)
                    .value(Map.of(
                            "data",
                            Map.of(
                                    "_service",
                                    Map.of("sdl", read(subgraph + variants.getOrDefault(subgraph, "") + ".graphqls")))))
                    .toBytes());
        }
        return Buffer.buffer(Objects.requireNonNull(subgraphs.get(subgraph)).answer(body.getBytes()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(String name) {
        byte[] json = read(name + ".json").getBytes(StandardCharsets.UTF_8);
        return (Map<String, Object>) Objects.requireNonNull(JsonReader.read(json, 50));
    }

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
