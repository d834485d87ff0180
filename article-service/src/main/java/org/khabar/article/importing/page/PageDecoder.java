package org.khabar.article.importing.page;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.text.StorableText;

/** Turns bytes into the text of a page, or says why they are none: another encoding, a binary file, HTML. */
public final class PageDecoder {

    private static final int HTML_SAMPLE = 4096;
    private static final Pattern TAG =
            Pattern.compile("<(?:!doctype html|html|head|body|script|div|article|meta|p|span|h[1-6]|a)[ >/]");

    private record Magic(String name, byte[] bytes) {
        static Magic of(String name, int... bytes) {
            byte[] magic = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                magic[i] = (byte) bytes[i];
            }
            return new Magic(name, magic);
        }
    }

    private static final List<Magic> FORMATS = List.of(
            Magic.of("a PDF", '%', 'P', 'D', 'F', '-'),
            Magic.of("a PNG image", 0x89, 'P', 'N', 'G'),
            Magic.of("a JPEG image", 0xFF, 0xD8, 0xFF),
            Magic.of("a GIF image", 'G', 'I', 'F', '8'),
            Magic.of("a ZIP archive or an office document", 'P', 'K', 3, 4),
            Magic.of("a gzip file", 0x1F, 0x8B),
            Magic.of("an old office document", 0xD0, 0xCF, 0x11, 0xE0),
            Magic.of("a 7-Zip archive", '7', 'z', 0xBC, 0xAF),
            Magic.of("a RAR archive", 'R', 'a', 'r', '!', 0x1A),
            Magic.of("an RTF document", '{', '\\', 'r', 't', 'f'));

    private PageDecoder() {}

    /** @throws UnreadablePage when the bytes are no UTF-8 text; says at which byte */
    public static String decode(byte[] bytes) throws UnreadablePage {
        if (bytes.length == 0) {
            throw new UnreadablePage(Reason.EMPTY, "The page is empty.", null);
        }
        refuseFiles(bytes);
        refuseUtf16(bytes);
        String text = decodeUtf8(bytes);
        check(text);
        return text;
    }

    /** @throws UnreadablePage when the text holds what no page text does: control characters, half characters, HTML */
    public static void check(String text) throws UnreadablePage {
        refuseControls(text);
        refuseLoneSurrogates(text);
        if (isHtml(text)) {
            throw new UnreadablePage(
                    Reason.HTML,
                    "This is HTML; send it as text/html (or as html in place of text), or send the text of the page as a reader sees it.",
                    null);
        }
    }

    /** @throws UnreadablePage when the bytes begin as files do that are no text at all */
    public static void refuseFiles(byte[] bytes) throws UnreadablePage {
        for (Magic format : FORMATS) {
            if (startsWith(bytes, format.bytes())) {
                throw new UnreadablePage(
                        Reason.BINARY, "This is %s and not the text of a page.".formatted(format.name()), null);
            }
        }
    }

    private static void refuseUtf16(byte[] bytes) throws UnreadablePage {
        boolean utf16 = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE && bytes[0] != bytes[1];
        if (utf16) {
            throw new UnreadablePage(Reason.NOT_UTF_8, "The page is in UTF-16 (byte 0); send it in UTF-8.", null);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        if (bytes.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (bytes[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decodeUtf8(byte[] bytes) throws UnreadablePage {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1 + (int) out.flip().chars().filter(c -> c == '\n').count();
            throw new UnreadablePage(
                    Reason.NOT_UTF_8,
                    "The page is not UTF-8: byte %d (counted from 0), on line %d, begins no character."
                            .formatted(in.position(), line),
                    line);
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static void refuseControls(String text) throws UnreadablePage {
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            boolean allowed = c >= ' ' && c != 0x7F || c >= '\t' && c <= '\r';
            if (!allowed) {
                throw new UnreadablePage(
                        Reason.BINARY,
                        "The page holds the control character U+%04X on line %d; it is not text."
                                .formatted((int) c, line),
                        line);
            }
        }
    }

    /** Text that came as JSON can hold half of a surrogate pair, which is no character and has no UTF-8. */
    private static void refuseLoneSurrogates(String text) throws UnreadablePage {
        int index = StorableText.indexOfLoneSurrogate(text);
        if (index < 0) {
            return;
        }
        int line = 1
                + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
        throw new UnreadablePage(
                Reason.NOT_UTF_8,
                "The page holds U+%04X, half of a surrogate pair, on line %d."
                        .formatted((int) text.charAt(index), line),
                line);
    }

    private static boolean isHtml(String text) {
        String start =
                text.substring(0, Math.min(text.length(), HTML_SAMPLE)).strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")) {
            return true;
        }
        return TAG.matcher(start).results().limit(3).count() >= 3;
    }
}
