package org.khabar.article.importing.page;

import java.util.ArrayList;
import java.util.List;
import org.khabar.article.importing.draft.UnreadablePage;

/**
 * Cuts a page into lines at every line boundary of Unicode (UAX #14, class BK, CR, LF, NL): CRLF, LF, CR, NEL, LS, PS,
 * VT and FF.
 */
final class PageLines {

    private PageLines() {}

    /** The lines that are not blank, numbered with the blank ones. */
    static List<PageLine> split(String page, int maxLines) throws UnreadablePage {
        List<PageLine> lines = new ArrayList<>();
        int number = 1;
        int start = 0;
        boolean afterBlank = true;
        while (start <= page.length()) {
            int end = endOfLine(page, start);
            String text = trim(page, start, end);
            if (!text.isEmpty() && lines.size() >= maxLines) {
                throw new UnreadablePage(
                        UnreadablePage.Reason.TOO_LONG,
                        "The page has more than %d lines that are not blank.".formatted(maxLines),
                        number);
            }
            if (!text.isEmpty()) {
                lines.add(PageLine.of(number, text, afterBlank));
            }
            afterBlank = text.isEmpty();
            start = end + boundaryLength(page, end);
            number++;
        }
        return lines;
    }

    /** The index of the last line of running text, -1 when there is none. */
    static int lastRunningText(List<PageLine> lines) {
        int last = lines.size() - 1;
        while (last >= 0 && !lines.get(last).isRunningText()) {
            last--;
        }
        return last;
    }

    private static int endOfLine(String page, int start) {
        int end = start;
        while (end < page.length() && !isBoundary(page.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int boundaryLength(String page, int end) {
        boolean crLf = end + 1 < page.length() && page.charAt(end) == '\r' && page.charAt(end + 1) == '\n';
        return crLf ? 2 : 1;
    }

    private static boolean isBoundary(char c) {
        return c == '\n' || c == '\r' || c == '\u000B' || c == '\f' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** A part of a line without white space and direction marks around it. */
    static String trimmed(String text) {
        return trim(text, 0, text.length());
    }

    private static String trim(String page, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isEdge(page.charAt(start))) {
            start++;
        }
        while (start < end && isEdge(page.charAt(end - 1))) {
            end--;
        }
        return page.substring(start, end);
    }

    /** White space of any kind, zero-width space, byte order mark, and direction marks, which have no effect there. */
    private static boolean isEdge(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\u200B'
                || c == '\u200E'
                || c == '\u200F'
                || c == '\u061C'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\uFEFF';
    }
}
