package org.khabar.gateway.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a browser sends on behalf of another site without having asked first: images, links, forms, simple
 * {@code fetch} calls, event sources and WebSockets. A request with a token in its header or a JSON body is never of
 * that kind; the browser asks for those (CORS preflight), and sites that were not allowed are turned away then.
 */
final class CrossSiteCheck {
    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");

    /** What no page may send to another site unasked. {@code Accept} is none of these: pages may say what they like there. */
    private static final List<String> ASKED_FOR =
            List.of("GraphQL-Preflight", "Apollo-Require-Preflight", "X-Apollo-Operation-Name", "X-Requested-With");

    private static final Set<String> UNASKED_TYPES =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

    /** Whether other origins may be allowed at all, in which case only allowed ones come this far. */
    private final boolean corsIsOn;

    private final boolean requiresPreflight;

    /**
     * The check.
     *
     * @param requiresPreflight whether requests that a page may have sent without a trace are refused
     */
    CrossSiteCheck(boolean corsIsOn, boolean requiresPreflight) {
        this.corsIsOn = corsIsOn;
        this.requiresPreflight = requiresPreflight;
    }

    /** Throws a {@link RequestException} for a request that is not to be run. */
    void check(HttpServerRequest request) {
        if (request.headers().contains("Authorization")) {
            return;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        boolean isForeign = site == null ? comesFromElsewhere(request) : OTHERS.contains(site);
        boolean wasAllowed = corsIsOn && request.headers().contains("Origin");
        if (isForeign && !wasAllowed) {
            throw RequestException.forbidden(
                    "Requests of other sites' pages are not run; allow the site (CORS), or send a token");
        }
        if (requiresPreflight && site == null && isUntold(request) && !wasAskedFor(request)) {
            throw RequestException.forbidden(
                    "A GET that does not say where it is from needs a token, or a header such as GraphQL-Preflight: 1");
        }
    }

    /** What browsers without Fetch Metadata still tell. Programs tell nothing and are no browsers. */
    private static boolean comesFromElsewhere(HttpServerRequest request) {
        String from = source(request);
        return from != null && !isHere(from, request);
    }

    private static @Nullable String source(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin == null ? request.getHeader("Referer") : origin;
    }

    private static boolean isHere(String from, HttpServerRequest request) {
        try {
            @Nullable String authority = URI.create(from).getAuthority();
            String here = request.authority() == null ? "" : request.authority().toString();
            return authority != null && authority.equalsIgnoreCase(here);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /**
     * Whether it could be a page's image: browsers have Fetch Metadata for HTTPS only, those before 2023 not even there,
     * and a page can keep its address to itself. With another method, and with WebSockets, there is an origin always.
     */
    private static boolean isUntold(HttpServerRequest request) {
        return request.method() == HttpMethod.GET && request.getHeader("Upgrade") == null && source(request) == null;
    }

    private static boolean wasAskedFor(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        boolean hasType = type != null
                && !UNASKED_TYPES.contains(type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT));
        return hasType || ASKED_FOR.stream().anyMatch(request.headers()::contains);
    }
}
