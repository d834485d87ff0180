package org.khabar.gateway.security;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;

/** Where a request comes from, as far as its sender cannot choose it. */
public final class ClientAddress {
    /** One subscriber has at least 2^64 addresses of IPv6 (RFC 6177). */
    private static final int IPV6_GROUPS = 4;

    private ClientAddress() {}

    /** The address; of IPv6 its first 64 bits. Behind a proxy it is the proxy's unless Quarkus is told otherwise. */
    public static String of(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        String host = remote == null ? "unknown" : String.valueOf(remote.hostAddress());
        if (remote != null && remote.hostAddress() == null) {
            host = written(remote.host());
        }
        return "address:" + (host.indexOf(':') < 0 ? host : prefix(host));
    }

    /** A proxy may write an address of IPv6 in brackets and with groups left out. */
    private static String written(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        try {
            return InetAddress.ofLiteral(bare).getHostAddress();
        } catch (IllegalArgumentException _) {
            return bare;
        }
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
