package org.khabar.article.article;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key that is equal for URLs of the same page. Normalises by RFC 3986, section 6.2, and RFC 3987 for letters beyond
 * ASCII: percent-encoded and plain spellings are one, the host is in ASCII and lower case. Scheme, {@code www.}, default
 * port, fragment, a slash at the end, the order of parameters and those that only say where a reader came from do not
 * count.
 */
final class UrlKey {

    private static final String UNRESERVED_SIGNS = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "xtor",
            "ocid",
            "cmpid",
            "_ga",
            "_gl",
            "ns_campaign",
            "ns_mchannel",
            "ns_source");

    private UrlKey() {}

    /** @param url one that {@link ArticleUrl#checked} returned */
    static String of(String url) {
        URI uri = ArticleUrl.parse(url).normalize();
        String path = uri.getRawPath() == null ? "" : withoutSlashes(canonical(uri.getRawPath()));
        int port = uri.getPort();
        String portPart = port < 0 || port == 80 || port == 443 ? "" : ":" + port;
        return ArticleUrl.host(url) + portPart + path + query(uri.getRawQuery());
    }

    /** Without those at its end. */
    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String query(@Nullable String query) {
        if (query == null) {
            return "";
        }
        String kept = Arrays.stream(query.split("&", -1))
                .map(parameter -> canonical(parameter.replace("+", "%20")))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || name.startsWith("at_") || TRACKING.contains(name);
    }

    /** Percent-encoded is what must be, in capitals, and letters beyond ASCII as the UTF-8 of their composed form. */
    private static String canonical(String part) {
        if (isPlain(part)) {
            return part;
        }
        byte[] bytes = Normalizer.normalize(part, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        StringBuilder canonical = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int escaped = bytes[i] == '%' ? escapedAt(bytes, i) : -1;
            if (escaped >= 0) {
                append(canonical, escaped, isUnreserved(escaped));
                i += 2;
            } else {
                append(canonical, bytes[i] & 0xFF, bytes[i] > ' ');
            }
        }
        return recomposed(canonical.toString());
    }

    /** Whether it is ASCII without escapes, as most are: nothing of it has another spelling. */
    private static boolean isPlain(String part) {
        for (int at = 0; at < part.length(); at++) {
            char letter = part.charAt(at);
            if (letter <= ' ' || letter > '~' || letter == '%') {
                return false;
            }
        }
        return true;
    }

    /** Escapes may spell out letters and marks that have a composed form. */
    private static String recomposed(String canonical) {
        String plain = new String(beyondAscii(canonical), StandardCharsets.UTF_8);
        String composed = Normalizer.normalize(plain, Normalizer.Form.NFC);
        return composed.equals(plain) || plain.indexOf('\uFFFD') >= 0 ? canonical : canonical(composed);
    }

    private static byte[] beyondAscii(String canonical) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(canonical.length());
        byte[] ascii = canonical.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < ascii.length; i++) {
            int escaped = ascii[i] == '%' ? escapedAt(ascii, i) : -1;
            bytes.write(escaped > 127 ? escaped : ascii[i]);
            i += escaped > 127 ? 2 : 0;
        }
        return bytes.toByteArray();
    }

    private static int escapedAt(byte[] bytes, int percent) {
        if (percent + 2 >= bytes.length) {
            return -1;
        }
        int high = Character.digit(bytes[percent + 1], 16);
        int low = Character.digit(bytes[percent + 2], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static void append(StringBuilder canonical, int octet, boolean plain) {
        if (plain) {
            canonical.append((char) octet);
        } else {
            canonical.append('%').append(HEX.charAt(octet >> 4)).append(HEX.charAt(octet & 15));
        }
    }

    private static boolean isUnreserved(int octet) {
        boolean letterOrDigit =
                (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z') || (octet >= '0' && octet <= '9');
        return letterOrDigit || (octet < 128 && UNRESERVED_SIGNS.indexOf(octet) >= 0);
    }
}
