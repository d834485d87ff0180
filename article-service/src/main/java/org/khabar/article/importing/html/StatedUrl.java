package org.khabar.article.importing.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.khabar.article.importing.html.PageFacts.Property;

/** What a page calls its own address. */
final class StatedUrl {

    private static final int MAX_LENGTH = 2048;

    private StatedUrl() {}

    /** The canonical link before the others; not one of the site's front page, which some sites have on all pages. */
    static Optional<Stated<String>> find(PageFacts facts) {
        return facts.list(Property.URL).stream()
                .filter(url -> isOfPage(url.value()))
                .max((one, other) -> Integer.compare(rank(one), rank(other)));
    }

    /** The lower-case host of an address, without {@code www.}. */
    static Optional<String> host(String url) {
        return parse(url)
                .map(URI::getHost)
                .map(host -> host.toLowerCase(Locale.ROOT))
                .map(host -> host.startsWith("www.") ? host.substring("www.".length()) : host);
    }

    private static int rank(Stated<String> url) {
        return switch (url.origin()) {
            case META -> 2;
            case OPEN_GRAPH -> 1;
            default -> 0;
        };
    }

    private static boolean isOfPage(String url) {
        return url.length() <= MAX_LENGTH
                && parse(url).filter(StatedUrl::isOfPage).isPresent();
    }

    private static boolean isOfPage(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("http") || scheme.equals("https");
        boolean front = (uri.getPath() == null || uri.getPath().length() <= 1) && uri.getRawQuery() == null;
        return web && uri.getHost() != null && uri.getUserInfo() == null && !front;
    }

    private static Optional<URI> parse(String url) {
        try {
            return Optional.of(new URI(url.strip().replace(" ", "%20")));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
