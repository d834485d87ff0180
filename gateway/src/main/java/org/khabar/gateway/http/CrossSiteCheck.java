package org.khabar.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a browser sends on behalf of another site without having asked first: images, links, forms and simple
 * {@code fetch} calls. A request with a token or a JSON body is never of that kind; the browser asks for those
 * (CORS preflight), and sites that were not allowed are turned away then.
 */
final class CrossSiteCheck {
    private static final Set<String> OTHERS = Set.of("cross-site", "same-site");

    /** Whether other origins may be allowed at all, in which case only allowed ones come this far. */
    private final boolean corsIsOn;

    CrossSiteCheck(boolean corsIsOn) {
        this.corsIsOn = corsIsOn;
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
    }

    /** What browsers without Fetch Metadata still tell. Programs tell nothing and are no browsers. */
    private static boolean comesFromElsewhere(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        String from = origin == null ? request.getHeader("Referer") : origin;
        return from != null && !isHere(from, request);
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
}
