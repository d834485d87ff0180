package org.khabar.article.pulling;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a feed from another's server. Each request, redirected or not, goes to a host that is allowed, to an address that was
 * checked, which the connection is made to while TLS still asks for the host; no proxy, no cookies, no kept connection.
 */
@ApplicationScoped
class FeedFetcher {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final String USER_AGENT = "Khabar/0.1 (news archive; feed reader)";
    private static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/rdf+xml, application/xml;q=0.9, text/xml;q=0.8";
    private static final int MAX_HEADER_BYTES = 16 * 1024;

    private final HttpClient client;
    private final CheckedAddresses addresses;
    private final PullingConfig config;

    FeedFetcher(Vertx vertx, CheckedAddresses addresses, PullingConfig config) {
        this.addresses = addresses;
        this.config = config;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setMaxHeaderSize(MAX_HEADER_BYTES));
    }

    /**
     * Reads a feed, unless it is as it was.
     *
     * @param held the version that was read last
     * @param isAllowed tells whether an admin allowed a host
     * @throws PullFailure saying why it could not be read
     * @throws InterruptedException when the service stops
     */
    FetchedFeed fetch(FeedAddress address, FetchedFeed.Version held, Predicate<String> isAllowed)
            throws PullFailure, InterruptedException {
        long deadline = System.nanoTime() + config.timeout().toNanos();
        FeedAddress current = address;
        for (int redirects = 0; redirects <= config.maxRedirects(); redirects++) {
            if (!isAllowed.test(current.host())) {
                throw new PullFailure("The host %s is not among the allowed ones.".formatted(current.host()));
            }
            FeedAnswer answer = ask(current, addresses.resolve(current.host()), held, deadline);
            if (!REDIRECTS.contains(answer.status())) {
                return settle(answer, held);
            }
            current = redirected(current, answer.headers().get("Location"), FeedAddress.Rules.of(config));
        }
        throw new PullFailure("There are more than %d redirects.".formatted(config.maxRedirects()));
    }

    private FetchedFeed settle(FeedAnswer answer, FetchedFeed.Version held) throws PullFailure {
        if (answer.status() == 304 && !held.isNone()) {
            return new FetchedFeed.NotModified();
        }
        if (answer.status() != 200) {
            throw new PullFailure("The server answers with status %d.".formatted(answer.status()));
        }
        return answer.toBody(config.maxBytes());
    }

    /** Where a redirect leads, checked like an address that an admin gives. */
    static FeedAddress redirected(FeedAddress from, @Nullable String location, FeedAddress.Rules rules)
            throws PullFailure {
        if (location == null) {
            throw new PullFailure("There is a redirect to nowhere.");
        }
        FeedAddress next;
        try {
            URI target = from.uri().resolve(location.strip());
            next = FeedAddress.of(target.toString(), rules);
        } catch (IllegalArgumentException malformed) {
            throw new PullFailure("There is a redirect to something that is no URL.");
        }
        if (from.isSecure() && !next.isSecure()) {
            throw new PullFailure("There is a redirect from https to http.");
        }
        return next;
    }

    private FeedAnswer ask(FeedAddress address, InetAddress checked, FetchedFeed.Version held, long deadline)
            throws PullFailure, InterruptedException {
        Exchange exchange = new Exchange();
        Future<FeedAnswer> answer =
                client.request(options(address, checked, held)).compose(connected -> answer(exchange, connected));
        try {
            return answer.toCompletionStage()
                    .toCompletableFuture()
                    .get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new PullFailure("The feed was not read within %s.".formatted(config.timeout()));
        } catch (ExecutionException failed) {
            throw reason(failed.getCause());
        } finally {
            exchange.end();
        }
    }

    /** All on the connection's event loop: a handler that another thread adds may come after the end of a short body. */
    private Future<FeedAnswer> answer(Exchange exchange, HttpClientRequest connected) {
        return exchange.send(connected).compose(response -> FeedAnswer.read(response, config.maxBytes()));
    }

    /** A request that nobody waits for any more is not sent, and not gone on with. */
    private static final class Exchange {
        private @Nullable HttpClientRequest request;
        private boolean over;

        synchronized Future<HttpClientResponse> send(HttpClientRequest connected) {
            request = connected;
            if (over) {
                connected.reset();
                return Future.failedFuture("nobody waits for it");
            }
            return connected.send();
        }

        synchronized void end() {
            over = true;
            if (request != null) {
                request.reset();
            }
        }
    }

    private static RequestOptions options(FeedAddress address, InetAddress checked, FetchedFeed.Version held) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(address.port(), checked.getHostAddress()))
                .setHost(address.host())
                .setPort(address.port())
                .setSsl(address.isSecure())
                .setURI(address.target())
                .putHeader("User-Agent", USER_AGENT)
                .putHeader("Accept", ACCEPT)
                .putHeader("Accept-Encoding", "gzip");
        if (held.etag() != null) {
            options.putHeader("If-None-Match", held.etag());
        }
        if (held.lastModified() != null) {
            options.putHeader("If-Modified-Since", held.lastModified());
        }
        return options;
    }

    private static PullFailure reason(@Nullable Throwable cause) {
        return cause instanceof PullFailure failure
                ? failure
                : new PullFailure("The server cannot be read: %s.".formatted(summary(cause)));
    }

    /** The class of the failure and the first line of its message: an admin may see both. */
    private static String summary(@Nullable Throwable cause) {
        if (cause == null) {
            return "no reason";
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        String shown = message.length() > 200 ? message.substring(0, 200) + "…" : message;
        return cause.getClass().getSimpleName() + ", " + shown;
    }
}
