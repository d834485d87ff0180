package org.khabar.deploy.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.khabar.deploy.installation.Part;

/** Keycloak, article-service and the gateway as the command line sees them: three ports that answer by their rules. */
final class FakeServices implements AutoCloseable {
    private final HttpServer keycloak = server();
    private final HttpServer articles = server();
    private final HttpServer gateway = server();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    FakeServices() {
        keycloak.createContext("/realms/khabar/protocol/openid-connect/token", this::login);
        articles.createContext("/imports", this::importPage);
        gateway.createContext("/graphql", this::graphql);
    }

    /** The environment that leads the command line here. */
    Map<String, String> environment() {
        return Map.of(
                Part.KEYCLOAK.portVariable(), port(keycloak),
                Part.ARTICLES.portVariable(), port(articles),
                Part.GATEWAY.portVariable(), port(gateway));
    }

    /** What was asked: one line for each request. */
    List<String> requests() {
        return requests;
    }

    private void login(HttpExchange exchange) throws IOException {
        String form = body(exchange);
        if (form.contains("password=wrong")) {
            answer(
                    exchange,
                    401,
                    "{\"error\": \"invalid_grant\", \"error_description\": \"Invalid user credentials\"}");
            return;
        }
        String user = form.replaceFirst(".*username=(\\w+).*", "$1");
        answer(exchange, 200, "{\"access_token\": \"token-of-" + user + "\", \"expires_in\": 300}");
    }

    private void importPage(HttpExchange exchange) throws IOException {
        String page = body(exchange);
        requests.add(exchange.getRequestHeaders().getFirst("Authorization") + " " + exchange.getRequestURI());
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type.equals("application/x-ndjson") || type.endsWith("xml")) {
            answer(exchange, 200, importItems(page));
            return;
        }
        if (page.isBlank()) {
            answer(
                    exchange,
                    400,
                    "{\"error\": {\"code\": \"BAD_USER_INPUT\", \"message\": \"no headline\", \"line\": 1}}");
            return;
        }
        if (page.contains("strange")) {
            answer(exchange, 200, "{\"status\": \"dreamt\"}");
            return;
        }
        String warnings =
                page.contains("2025") ? "[]" : "[{\"code\": \"NO_DATE\", \"message\": \"no date\", \"line\": 1}]";
        answer(
                exchange,
                201,
                "{\"status\": \"created\", \"id\": \"id-of-" + page.strip().length()
                        + "\", \"version\": 1, \"warnings\": " + warnings + "}");
    }

    /** A line for each that is not blank, and one at the end. */
    private static String importItems(String items) {
        StringBuilder answer = new StringBuilder();
        int number = 0;
        for (String item : items.split("\n")) {
            number++;
            if (item.contains("break")) {
                return answer
                        + "{\"done\": false, \"error\": {\"code\": \"INTERNAL\", \"message\": \"the service failed\"}}\n";
            }
            if (!item.isBlank()) {
                answer.append("{\"index\": %1$d, \"line\": %1$d, ".formatted(number))
                        .append(
                                item.contains("bad")
                                        ? "\"status\": \"failed\", \"error\": {\"code\": \"BAD_USER_INPUT\", \"message\": \"no headline\"}}\n"
                                        : "\"status\": \"created\", \"id\": \"id\", \"version\": 1}\n");
            }
        }
        return answer + "{\"done\": true}\n";
    }

    private void graphql(HttpExchange exchange) throws IOException {
        String request = body(exchange);
        requests.add(request);
        if (request.contains("importArticle")) {
            answer(
                    exchange,
                    200,
                    "{\"data\": null, \"errors\": [{\"message\": \"no\", \"extensions\": {\"code\": \"FORBIDDEN\"}}]}");
            return;
        }
        if (request.contains("nothingOfTheKind")) {
            answer(
                    exchange,
                    400,
                    "{\"errors\": [{\"message\": \"no such field\", \"extensions\": {\"code\": \"GRAPHQL_VALIDATION_FAILED\"}}]}");
            return;
        }
        if ("only".equals(exchange.getRequestHeaders().getFirst("Khabar-Query-Plan"))) {
            plan(exchange);
            return;
        }
        answer(exchange, 200, "{\"data\": {\"outlets\": [{\"code\": \"هوية\"}]}}");
    }

    private static void plan(HttpExchange exchange) throws IOException {
        if ("Bearer token-of-admin".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(
                    exchange,
                    200,
                    "{\"extensions\": {\"queryPlan\": \"QueryPlan {\\n  Fetch(service: \\\"articles\\\"),\\n}\\n\"}}");
            return;
        }
        answer(
                exchange,
                403,
                "{\"errors\": [{\"message\": \"Plans are for admins\", \"extensions\": {\"code\": \"FORBIDDEN\"}}]}");
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String port(HttpServer server) {
        return Integer.toString(server.getAddress().getPort());
    }

    @Override
    public void close() {
        keycloak.stop(0);
        articles.stop(0);
        gateway.stop(0);
    }
}
