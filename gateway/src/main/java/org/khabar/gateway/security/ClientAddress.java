package org.khabar.gateway.security;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/** Where a request comes from, as far as its sender cannot choose it. */
final class ClientAddress {
    /** One subscriber has at least 2^64 addresses of IPv6 (RFC 6177). */
    private static final int IPV6_GROUPS = 4;

    private ClientAddress() {}

    /** The address; of IPv6 its first 64 bits. Behind a proxy it is the proxy's unless Quarkus is told otherwise. */
    static String of(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        String host = remote == null || remote.hostAddress() == null ? "unknown" : remote.hostAddress();
        return "address:" + (host.indexOf(':') < 0 ? host : prefix(host));
    }

    private static String prefix(String ipv6) {
        String[] groups = ipv6.split(":", -1);
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < Math.min(IPV6_GROUPS, groups.length); i++) {
            prefix.append(groups[i]).append(':');
        }
        return prefix.toString();
    }
}
