package org.khabar.article.outlet;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.khabar.article.text.StorableText;

/** What is accepted as a URL and as a host of an outlet. */
final class OutletUrl {

    private static final int MAX_LENGTH = 2048;
    private static final int MAX_HOST_LENGTH = 253;

    /** Labels by RFC 1123, at least two: a host of one is no site of the web. */
    private static final Pattern HOST =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern FORM = Pattern.compile("(?i)https?://.*");

    private OutletUrl() {}

    /**
     * The URL without white space around it.
     *
     * @throws IllegalArgumentException when it is no absolute http or https URL
     */
    static String checked(String url) {
        String stripped = url.strip();
        if (stripped.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "has a URL of %d characters; the limit is %d".formatted(stripped.length(), MAX_LENGTH));
        }
        if (!StorableText.isStorable(stripped)) {
            throw new IllegalArgumentException("holds half of a character");
        }
        try {
            URI uri = new URI(stripped);
            if (FORM.matcher(stripped).matches() && uri.getHost() != null && uri.getUserInfo() == null) {
                return stripped;
            }
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("is not a URL: " + malformed.getReason(), malformed);
        }
        throw new IllegalArgumentException("is not an absolute http or https URL");
    }

    /**
     * The host in ASCII and lower case, without {@code www.}.
     *
     * @throws IllegalArgumentException when it is no host name
     */
    static String host(String host) {
        String ascii = ascii(host.strip()).toLowerCase(Locale.ROOT);
        String plain = ascii.startsWith("www.") ? ascii.substring("www.".length()) : ascii;
        if (plain.length() > MAX_HOST_LENGTH || !HOST.matcher(plain).matches()) {
            throw new IllegalArgumentException("is not a host name, such as example.com");
        }
        return plain;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException notOne) {
            throw new IllegalArgumentException("is not a host name, such as example.com", notOne);
        }
    }
}
