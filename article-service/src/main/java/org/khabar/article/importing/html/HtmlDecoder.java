package org.khabar.article.importing.html;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.importing.page.PageDecoder;

/**
 * Turns the bytes of an HTML page into text. The charset is that of the byte order mark, else of the request, else of the
 * page's own declaration, each only if the bytes can be that; else it is recognised by the bytes.
 */
final class HtmlDecoder {

    /** HTML wants the declaration in the first 1024 bytes; pages have it later. */
    private static final int DECLARATION_ROOM = 8192;

    private static final Pattern DECLARED = Pattern.compile(
            "<meta\\s[^>]{0,500}?charset\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}([A-Za-z0-9_:.+-]{2,40})"
                    + "|<\\?xml\\s[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9_:.+-]{2,40})",
            Pattern.CASE_INSENSITIVE);

    /** Text may have a stray control character or two; more of them, in so many characters, are a program's bytes. */
    private static final int MAX_CONTROLS_PER_THOUSAND = 2;

    private static final int FEW_CONTROLS = 16;

    private HtmlDecoder() {}

    /**
     * The text of a page.
     *
     * @param charset the one that the request names, in any spelling; ignored when there is no such
     * @throws UnreadablePage when the bytes are none, a file of another kind, or no text
     */
    static String decode(byte[] page, @Nullable String charset) throws UnreadablePage {
        if (page.length == 0) {
            throw new UnreadablePage(Reason.EMPTY, "The page is empty.", null);
        }
        PageDecoder.refuseFiles(page);
        String text = decodeAs(page, charset);
        refuseBinary(text);
        return text;
    }

    private static String decodeAs(byte[] page, @Nullable String charset) {
        Charset marked = byteOrderMark(page);
        if (marked != null) {
            String text = new String(page, marked);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
        return Optional.ofNullable(charset)
                .flatMap(label -> CharsetLabels.find(label, page))
                .or(() -> declared(page).flatMap(label -> CharsetLabels.find(label, page)))
                .map(named -> new String(page, named))
                .orElseGet(() -> new String(page, CharsetGuess.of(page)));
    }

    private static @Nullable Charset byteOrderMark(byte[] page) {
        if (startsWith(page, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(page, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(page, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean startsWith(byte[] page, int... mark) {
        if (page.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((page[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> declared(byte[] page) {
        String start = new String(page, 0, Math.min(page.length, DECLARATION_ROOM), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(start);
        if (!declared.find()) {
            return Optional.empty();
        }
        return Optional.of(declared.group(1) != null ? declared.group(1) : declared.group(2));
    }

    private static void refuseBinary(String text) throws UnreadablePage {
        long controls = text.chars().filter(HtmlDecoder::isControl).count();
        if (controls > FEW_CONTROLS && controls * 1000 > text.length() * (long) MAX_CONTROLS_PER_THOUSAND) {
            throw new UnreadablePage(
                    Reason.BINARY, "The page holds %d control characters; it is not text.".formatted(controls), null);
        }
    }

    private static boolean isControl(int c) {
        return (c < ' ' && !List.of(9, 10, 12, 13).contains(c)) || c == 0x7F;
    }
}
