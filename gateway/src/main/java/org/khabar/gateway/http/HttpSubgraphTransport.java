package org.khabar.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.khabar.gateway.execute.SubgraphRequest;
import org.khabar.gateway.schema.SubgraphTransport;

/** Sends fetches over pooled HTTP connections. */
@Singleton
public final class HttpSubgraphTransport implements SubgraphTransport {
    private final Vertx vertx;
    private final HttpClient client;
    private final HttpConfig config;

    HttpSubgraphTransport(Vertx vertx, HttpConfig config) {
        this.vertx = vertx;
        this.config = config;
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(true)
                .setDecompressionSupported(true)
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setMaxWaitQueueSize(config.maxWaitingFetches());
        this.client =
                vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(config.connectionsPerSubgraph()));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    @Override
    public CompletableFuture<byte[]> send(String url, SubgraphRequest request) {
        RequestOptions options = new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(url);
        request.headers().forEach(options::putHeader);
        options.putHeader("Content-Type", "application/json");
        options.putHeader("Accept", "application/graphql-response+json, application/json;q=0.9");
        SubgraphExchange exchange = new SubgraphExchange(request, config.maxAnswerBytes());
        long limit =
                Math.min(request.timeLeft().toMillis(), config.subgraphTimeout().toMillis());
        long timer = vertx.setTimer(Math.max(1, limit), _ -> exchange.timeOut());
        client.request(options).onSuccess(exchange::start).onFailure(exchange::fail);
        CompletableFuture<byte[]> answer = exchange.answer();
        answer.whenComplete((_, _) -> {
            vertx.cancelTimer(timer);
            exchange.giveUpIfCancelled();
        });
        return answer;
    }
}
