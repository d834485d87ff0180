package org.khabar.article.pulling;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** One answer to a pull: its head, and its body as far as that is wanted and within bounds. */
record FeedAnswer(int status, MultiMap headers, Buffer body) {

    private static final Pattern CHARSET =
            Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([A-Za-z0-9][A-Za-z0-9._:+-]{0,39})\"?");
    private static final Set<String> XML = Set.of("application/xml", "text/xml");
    private static final int MAX_VALIDATOR = 1000;

    /** Takes a response in. Its body is read only if it is the feed, and only up to a bound. */
    static Future<FeedAnswer> read(HttpClientResponse response, int maxBytes) {
        try {
            return response.statusCode() == 200 ? readFeed(response, maxBytes) : leave(response);
        } catch (IllegalStateException ended) {
            return Future.succeededFuture(withoutBody(response));
        }
    }

    /** A response without a body has ended by now, and takes no handler. */
    private static Future<FeedAnswer> leave(HttpClientResponse response) {
        response.exceptionHandler(reset -> {});
        response.request().reset();
        return Future.succeededFuture(withoutBody(response));
    }

    private static FeedAnswer withoutBody(HttpClientResponse response) {
        return new FeedAnswer(response.statusCode(), response.headers(), Buffer.buffer());
    }

    private static Future<FeedAnswer> readFeed(HttpClientResponse response, int maxBytes) {
        Promise<FeedAnswer> answer = Promise.promise();
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            if (body.length() + chunk.length() > maxBytes) {
                answer.tryFail(tooLarge(maxBytes));
                response.request().reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(answer::tryFail);
        response.endHandler(end -> answer.tryComplete(new FeedAnswer(response.statusCode(), response.headers(), body)));
        return answer.future();
    }

    /** The feed in this answer. */
    FetchedFeed.Body toBody(int maxBytes) throws PullFailure {
        String contentType = headers.get("Content-Type");
        refuseOtherThanXml(contentType);
        byte[] unpacked = unpack(body.getBytes(), headers.get("Content-Encoding"), maxBytes);
        return new FetchedFeed.Body(
                new FetchedFeed.Text(unpacked),
                charset(contentType),
                new FetchedFeed.Version(validator("ETag"), validator("Last-Modified")));
    }

    private @Nullable String validator(String name) {
        String value = headers.get(name);
        boolean kept = value != null
                && value.length() <= MAX_VALIDATOR
                && value.chars().allMatch(c -> c >= ' ' && c < 127);
        return kept ? value : null;
    }

    private static void refuseOtherThanXml(@Nullable String contentType) throws PullFailure {
        if (contentType == null) {
            return;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!XML.contains(type) && !type.endsWith("+xml")) {
            throw new PullFailure("The answer is no feed; its type is %s.".formatted(abbreviated(type)));
        }
    }

    private static @Nullable String charset(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        Matcher charset = CHARSET.matcher(contentType);
        return charset.find() ? charset.group(1) : null;
    }

    /** Unpacks gzip, and no more of it than the bound: a bomb is refused before it grows. */
    static byte[] unpack(byte[] body, @Nullable String encoding, int maxBytes) throws PullFailure {
        String coding = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        if (coding.isEmpty() || coding.equals("identity")) {
            return body;
        }
        if (!coding.equals("gzip") && !coding.equals("x-gzip")) {
            throw new PullFailure(
                    "The answer is packed as %s; only gzip was asked for.".formatted(abbreviated(coding)));
        }
        try (GZIPInputStream packed = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] unpacked = packed.readNBytes(maxBytes + 1);
            if (unpacked.length > maxBytes) {
                throw tooLarge(maxBytes);
            }
            return unpacked;
        } catch (IOException broken) {
            throw new PullFailure("The answer's gzip is broken.");
        }
    }

    private static PullFailure tooLarge(int maxBytes) {
        return new PullFailure("The feed has more than %d bytes.".formatted(maxBytes));
    }

    private static String abbreviated(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
