package org.khabar.article.syndication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** The addresses that clients know this service by. */
@ApplicationScoped
class PublicAddress {

    private final SyndicationConfig config;

    PublicAddress(SyndicationConfig config) {
        this.config = config;
    }

    /** Where the client read what it asked for, with its query. */
    URI self(UriInfo request) {
        String query = request.getRequestUri().getRawQuery();
        return of(request, request.getRequestUri().getRawPath() + (query == null ? "" : "?" + query));
    }

    /**
     * The address of something beside what the client asked for.
     *
     * @param path from the root, with its query
     */
    URI of(UriInfo request, String path) {
        return config.baseUrl()
                .map(base -> URI.create(base.toString().replaceAll("/+$", "") + path))
                .orElseGet(() -> request.getRequestUri().resolve(path));
    }
}
