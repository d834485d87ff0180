package org.khabar.article.importing.html;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The charsets that pages name, as the WHATWG Encoding Standard reads their labels: Latin-1 is windows-1252, and what was
 * read as ASCII cannot be UTF-16.
 */
final class CharsetLabels {

    private static final Charset LATIN = Charset.forName("windows-1252");

    private static final Map<String, Charset> LABELS = Map.ofEntries(
            Map.entry("iso-8859-1", LATIN),
            Map.entry("iso8859-1", LATIN),
            Map.entry("latin1", LATIN),
            Map.entry("us-ascii", LATIN),
            Map.entry("ascii", LATIN),
            Map.entry("x-user-defined", LATIN),
            Map.entry("utf-16", StandardCharsets.UTF_8),
            Map.entry("utf-16le", StandardCharsets.UTF_8),
            Map.entry("utf-16be", StandardCharsets.UTF_8),
            Map.entry("unicode-1-1-utf-8", StandardCharsets.UTF_8),
            Map.entry("iso-8859-9", windows("1254")),
            Map.entry("iso-8859-11", windows("874")),
            Map.entry("tis-620", windows("874")));

    /** Of so many bytes beyond ASCII one may be wrong in UTF-8: pages put together of parts have some. */
    private static final int BYTES_FOR_ONE_WRONG = 20;

    private CharsetLabels() {}

    /** The charset of a label, when there is one and the bytes can be in it. */
    static Optional<Charset> find(String label, byte[] page) {
        return find(label).filter(charset -> !charset.equals(StandardCharsets.UTF_8) || canBeUtf8(page));
    }

    private static Optional<Charset> find(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        Charset known = LABELS.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        try {
            Charset charset = Charset.forName(name.startsWith("x-cp") ? "windows-" + name.substring(4) : name);
            return isOfWeb(charset) ? Optional.of(charset) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** Not those that a browser does not know: their ASCII is something else. */
    private static boolean isOfWeb(Charset charset) {
        String name = charset.name().toLowerCase(Locale.ROOT);
        return charset.canEncode() && !name.startsWith("utf-") && !name.startsWith("x-") && !name.startsWith("ibm")
                || charset.equals(StandardCharsets.UTF_8);
    }

    private static boolean canBeUtf8(byte[] page) {
        int beyond = 0;
        for (byte b : page) {
            beyond += b < 0 ? 1 : 0;
        }
        long wrong = new String(page, StandardCharsets.UTF_8)
                .chars()
                .filter(c -> c == '\uFFFD')
                .count();
        return wrong * BYTES_FOR_ONE_WRONG <= beyond;
    }

    private static Charset windows(String page) {
        return Charset.forName("windows-" + page);
    }
}
