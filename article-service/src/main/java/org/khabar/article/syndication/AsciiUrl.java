package org.khabar.article.syndication;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URLs for those who take no others than ASCII: letters of other scripts are escaped, in host names by Punycode. */
final class AsciiUrl {

    private static final Pattern PARTS = Pattern.compile("^(https?://)([^/?#]*)(.*)$", Pattern.DOTALL);

    private AsciiUrl() {}

    /** The same URL in ASCII; one that is malformed stays as it is, but for what XML cannot hold. */
    static String of(String url) {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            return XmlText.of(url);
        }
        try {
            return new URI(parts.group(1) + IDN.toASCII(parts.group(2)) + parts.group(3)).toASCIIString();
        } catch (IllegalArgumentException | URISyntaxException malformed) {
            return XmlText.of(url);
        }
    }
}
