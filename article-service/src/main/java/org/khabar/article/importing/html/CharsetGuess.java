package org.khabar.article.importing.html;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Recognises the charset of a page that names none: UTF-8 when it is that without a fault, else what ICU finds. */
final class CharsetGuess {

    private static final Charset FALLBACK = Charset.forName("windows-1252");

    /** So much of the page's text is looked at. */
    private static final int SAMPLE = 8000;

    private static final int LEAST_CONFIDENCE = 15;

    private CharsetGuess() {}

    static Charset of(byte[] page) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(page));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException other) {
            return detect(page);
        }
    }

    private static Charset detect(byte[] page) {
        byte[] sample = sample(page).getBytes(StandardCharsets.ISO_8859_1);
        for (CharsetMatch match : new CharsetDetector().setText(sample).detectAll()) {
            boolean believed = match.getConfidence() >= LEAST_CONFIDENCE && Charset.isSupported(match.getName());
            if (believed && !match.getName().startsWith("UTF-")) {
                return widened(Charset.forName(match.getName()));
            }
        }
        return FALLBACK;
    }

    /** The lines of the page's text that are not plain ASCII, each byte as one character. */
    private static String sample(byte[] page) {
        StringBuilder sample = new StringBuilder();
        text(new String(page, StandardCharsets.ISO_8859_1))
                .lines()
                .map(String::strip)
                .filter(line -> line.chars().anyMatch(c -> c > 127))
                .takeWhile(line -> sample.length() < SAMPLE)
                .forEach(line ->
                        sample.append(line, 0, Math.min(line.length(), SAMPLE)).append('\n'));
        return sample.toString();
    }

    /** The page without tags, scripts and styles, each of which ends a line. */
    private static String text(String page) {
        StringBuilder text = new StringBuilder(page.length() / 2);
        int at = 0;
        while (at < page.length()) {
            int tag = page.indexOf('<', at);
            int end = tag < 0 ? page.length() : tag;
            text.append(page, at, end).append('\n');
            at = tag < 0 ? end : endOfTag(page, tag);
        }
        return text.toString();
    }

    private static int endOfTag(String page, int tag) {
        String close = page.startsWith("<script", tag) ? "</script" : page.startsWith("<style", tag) ? "</style" : ">";
        int end = page.indexOf(close, tag);
        return end < 0 ? page.length() : end + 1;
    }

    /** What pages call by the name of the standard is the wider one of Windows. */
    private static Charset widened(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1) ? FALLBACK : charset;
    }
}
