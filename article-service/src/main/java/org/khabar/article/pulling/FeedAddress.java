package org.khabar.article.pulling;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.khabar.article.text.StorableText;

/**
 * Where a feed is read: an absolute http or https URL whose host is a name.
 *
 * @param uri the URL in ASCII, its host in lower case, without a fragment
 * @param host the host, in ASCII and lower case, without a dot at its end
 * @param port the port, also when the URL does not name it
 */
record FeedAddress(URI uri, String host, int port) {

    private static final int MAX_LENGTH = 2000;
    private static final int MAX_HOST = 253;
    private static final Pattern AUTHORITY = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*)");
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    /**
     * Which addresses may be read.
     *
     * @param privateAllowed for tests: also names without a dot, from any port
     */
    record Rules(Set<Integer> ports, boolean privateAllowed) {

        Rules {
            ports = Set.copyOf(ports);
        }

        static Rules of(PullingConfig config) {
            return new Rules(config.ports(), config.allowPrivateAddresses());
        }
    }

    /**
     * Reads a URL. A host that is a number in any of the ways that an IPv4 address is written, or an IPv6 address, is none:
     * its last label does not begin with a letter.
     *
     * @throws PullFailure saying why it cannot be used
     */
    static FeedAddress of(String url, Rules rules) throws PullFailure {
        if (url.length() > MAX_LENGTH || !StorableText.isStorable(url)) {
            throw new PullFailure(
                    "The URL has more than %d characters, or some that no URL has.".formatted(MAX_LENGTH));
        }
        URI uri = parse(url.strip());
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new PullFailure("The URL is not an absolute http or https URL.");
        }
        if (uri.getRawUserInfo() != null) {
            throw new PullFailure("The URL carries a user name.");
        }
        String host = host(uri, rules);
        int port = port(uri, scheme, rules);
        return new FeedAddress(rebuilt(uri, scheme, host), host, port);
    }

    boolean isSecure() {
        return "https".equals(uri.getScheme());
    }

    /** Path and query, as they stand in a request. */
    String target() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    /** A host name in ASCII and lower case. */
    static String hostName(String name, Rules rules) throws PullFailure {
        String ascii = ascii(name.strip());
        String host = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        boolean dotted = host.contains(".");
        if (host.length() > MAX_HOST || !NAME.matcher(host).matches() || !(dotted || rules.privateAllowed())) {
            throw new PullFailure("The host is not a public host name.");
        }
        return host;
    }

    private static String host(URI uri, Rules rules) throws PullFailure {
        if (uri.getHost() == null) {
            throw new PullFailure("The URL has no host name.");
        }
        return hostName(uri.getHost(), rules);
    }

    private static int port(URI uri, String scheme, Rules rules) throws PullFailure {
        int known = scheme.equals("https") ? 443 : 80;
        int port = uri.getPort() < 0 ? known : uri.getPort();
        if (!rules.privateAllowed() && !rules.ports().contains(port)) {
            throw new PullFailure("Feeds are not read from port %d.".formatted(port));
        }
        return port;
    }

    private static URI parse(String url) throws PullFailure {
        Matcher authority = AUTHORITY.matcher(url);
        try {
            if (!authority.find()) {
                throw new PullFailure("The URL is not an absolute http or https URL.");
            }
            String given = authority.group(1);
            boolean plain = given.chars().allMatch(c -> c > ' ' && c < 127);
            return new URI(
                    plain
                            ? url
                            : url.substring(0, authority.start(1)) + ascii(given) + url.substring(authority.end(1)));
        } catch (URISyntaxException malformed) {
            throw new PullFailure("The URL is not a URL: " + malformed.getReason() + ".");
        }
    }

    private static String ascii(String name) throws PullFailure {
        try {
            return IDN.toASCII(name).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException malformed) {
            throw new PullFailure("The host is not a host name.");
        }
    }

    private static URI rebuilt(URI uri, String scheme, String host) throws PullFailure {
        StringBuilder text = new StringBuilder(scheme).append("://").append(host);
        if (uri.getPort() >= 0) {
            text.append(':').append(uri.getPort());
        }
        text.append(uri.getRawPath() == null ? "" : uri.getRawPath());
        if (uri.getRawQuery() != null) {
            text.append('?').append(uri.getRawQuery());
        }
        try {
            return new URI(new URI(text.toString()).toASCIIString());
        } catch (URISyntaxException malformed) {
            throw new PullFailure("The URL is not a URL: " + malformed.getReason() + ".");
        }
    }
}
