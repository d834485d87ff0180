package org.khabar.gateway.http;

import io.vertx.core.http.RequestOptions;

/**
 * Where a subgraph is asked, taken apart once and not with each fetch.
 *
 * @param uri path and query
 */
record SubgraphAddress(String host, int port, boolean isSsl, String uri) {
    /**
     * The address that an absolute URL names.
     *
     * @throws io.vertx.core.VertxException when it is none
     */
    static SubgraphAddress of(String url) {
        RequestOptions options = new RequestOptions().setAbsoluteURI(url);
        return new SubgraphAddress(
                options.getHost(), options.getPort(), Boolean.TRUE.equals(options.isSsl()), options.getURI());
    }

    /** A request to it. */
    RequestOptions request() {
        return new RequestOptions().setHost(host).setPort(port).setSsl(isSsl).setURI(uri);
    }
}
