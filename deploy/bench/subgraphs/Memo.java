import io.vertx.core.AbstractVerticle;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The subgraphs as the gateways see them: a request that was seen before is answered from the very bytes that answered
 * it then, any other is passed to the origin, which computes it. Counts the calls of each subgraph ({@code GET
 * /counts}). Runs from source on the libraries of the packaged gateway.
 */
public final class Memo extends AbstractVerticle {
    private static final int MOST_ANSWERS = 20_000;
    private static final Map<Question, Buffer> ANSWERS = new ConcurrentHashMap<>();
    private static final Map<String, LongAdder> CALLS = new ConcurrentHashMap<>();

    private final int port;
    private final int originPort;
    private HttpClient origin;

    /** What was asked of which subgraph. */
    record Question(String path, Buffer body) {}

    Memo(int port, int originPort) {
        this.port = port;
        this.originPort = originPort;
    }

    /** Arguments: the port to serve, the origin's port. */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        int originPort = Integer.parseInt(arguments[1]);
        Vertx vertx = Vertx.vertx();
        int loops = Runtime.getRuntime().availableProcessors();
        for (int loop = 0; loop < loops; loop++) {
            vertx.deployVerticle(new Memo(port, originPort)).onFailure(Memo::giveUp);
        }
    }

    private static void giveUp(Throwable cause) {
        System.err.println("cannot serve subgraphs: " + cause);
        System.exit(1);
    }

    @Override
    public void start() {
        origin = vertx.createHttpClient();
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(port).setTcpNoDelay(true);
        vertx.createHttpServer(options)
                .requestHandler(this::handle)
                .listen()
                .onFailure(Memo::giveUp);
    }

    private void handle(HttpServerRequest request) {
        if (request.method() == HttpMethod.GET) {
            send(request, new JsonObject(Map.copyOf(counts())).toBuffer());
            return;
        }
        request.body().onSuccess(body -> answer(request, new Question(request.path(), body)));
    }

    private static Map<String, Object> counts() {
        Map<String, Object> counts = new ConcurrentHashMap<>();
        CALLS.forEach((path, calls) -> counts.put(path, calls.sum()));
        return counts;
    }

    private void answer(HttpServerRequest request, Question question) {
        CALLS.computeIfAbsent(question.path(), _ -> new LongAdder()).increment();
        Buffer known = ANSWERS.get(question);
        if (known != null) {
            send(request, known);
            return;
        }
        ask(request, question);
    }

    private void ask(HttpServerRequest request, Question question) {
        origin.request(HttpMethod.POST, originPort, "127.0.0.1", question.path())
                .compose(out -> out.putHeader("Content-Type", "application/json").send(question.body()))
                .compose(in -> in.body().map(body -> keep(question, in.statusCode(), body)))
                .onSuccess(body -> send(request, body))
                .onFailure(cause -> request.response().setStatusCode(502).end(String.valueOf(cause)));
    }

    private static Buffer keep(Question question, int status, Buffer body) {
        if (status != 200) {
            throw new IllegalStateException("the origin answers " + status + ": " + body);
        }
        if (ANSWERS.size() < MOST_ANSWERS) {
            ANSWERS.put(question, body);
        }
        return body;
    }

    private static void send(HttpServerRequest request, Buffer body) {
        request.response().putHeader("Content-Type", "application/json").end(body);
    }
}
