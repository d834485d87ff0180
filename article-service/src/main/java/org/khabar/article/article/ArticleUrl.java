package org.khabar.article.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;

/** The URL of a page: what is accepted as one, and when two are the same page. */
public final class ArticleUrl {

    private static final int MAX_LENGTH = 2048;

    private ArticleUrl() {}

    /**
     * The URL without white space around it.
     *
     * @throws RequestFailure when it is no absolute http or https URL
     */
    public static String checked(String url) {
        String stripped = url.strip();
        if (stripped.length() > MAX_LENGTH) {
            throw RequestFailure.limitExceeded(
                    "The url has %d characters; the limit is %d.".formatted(stripped.length(), MAX_LENGTH));
        }
        URI uri = parse(stripped);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https")) || uri.getUserInfo() != null) {
            throw RequestFailure.badInput("The url is not an absolute http or https URL.");
        }
        return stripped;
    }

    /** The host of a checked URL, lower case, without {@code www.}. */
    public static String host(String url) {
        String host = parse(url).getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    /**
     * Equal for URLs of the same page: scheme, {@code www.}, default port, fragment, a slash at the end and the query
     * parameters that only say where a reader came from do not count.
     */
    static String key(String url) {
        URI uri = parse(url);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        int port = uri.getPort();
        String portPart = port < 0 || port == 80 || port == 443 ? "" : ":" + port;
        return host(url) + portPart + path + query(uri.getRawQuery());
    }

    private static String query(@Nullable String query) {
        if (query == null) {
            return "";
        }
        String kept = Arrays.stream(query.split("&", -1))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || name.equals("fbclid") || name.equals("gclid") || name.equals("xtor");
    }

    private static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException malformed) {
            throw RequestFailure.badInput("The url is not a URL: " + malformed.getReason() + ".");
        }
    }
}
