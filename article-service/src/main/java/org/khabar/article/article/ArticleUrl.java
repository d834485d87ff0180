package org.khabar.article.article;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.text.StorableText;

/** The URL of a page: what is accepted as one. When two are the same page says {@link UrlKey}. */
public final class ArticleUrl {

    private static final int MAX_LENGTH = 2048;
    private static final Pattern AUTHORITY = Pattern.compile("^https?://([^/?#:@]++)", Pattern.CASE_INSENSITIVE);

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
        if (!StorableText.isStorable(stripped)) {
            throw RequestFailure.badInput("The url holds half of a character.");
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

    /** The parts of a URL, its host in ASCII: a host name in Arabic letters is one. */
    static URI parse(String url) {
        Matcher authority = AUTHORITY.matcher(url);
        try {
            return new URI(authority.find() ? asciiHost(url, authority) : url);
        } catch (IllegalArgumentException noHost) {
            throw RequestFailure.badInput("The url is not an absolute http or https URL.");
        } catch (URISyntaxException malformed) {
            throw RequestFailure.badInput("The url is not a URL: " + malformed.getReason() + ".");
        }
    }

    private static String asciiHost(String url, Matcher authority) {
        String host = authority.group(1);
        boolean ascii = host.chars().allMatch(c -> c < 128);
        return ascii ? url : url.substring(0, authority.start(1)) + IDN.toASCII(host) + url.substring(authority.end(1));
    }
}
