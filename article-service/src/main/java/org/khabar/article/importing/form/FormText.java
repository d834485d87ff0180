package org.khabar.article.importing.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.khabar.article.article.BlockKind;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;
import org.khabar.article.text.StorableText;

/** Text inside of a form: plain, or with markup that is taken off. */
public final class FormText {

    private static final int MAX_URL = 2048;

    private FormText() {}

    /** Paragraphs of plain text: each line that is not blank. */
    public static List<DraftBlock> paragraphs(String text) {
        List<String> lines = text.lines()
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .toList();
        List<DraftBlock> blocks = new ArrayList<>(lines.size());
        lines.forEach(
                line -> blocks.add(new DraftBlock(BlockKind.PARAGRAPH, line, blocks.size() + 1, blocks.size() + 1)));
        return blocks;
    }

    /** The text of one line that may hold tags and entities: a headline of a feed. */
    public static String plain(String text) {
        if (text.indexOf('<') >= 0) {
            return Jsoup.parseBodyFragment(text).text();
        }
        String unescaped = text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text;
        return String.join(" ", unescaped.strip().split("\\s+"));
    }

    /** Whether a text is markup. */
    public static boolean isMarkup(String text) {
        int open = text.indexOf('<');
        return open >= 0 && text.indexOf('>', open) > open;
    }

    /** Whether a text could be the URL of a page. */
    public static boolean isUrl(String text) {
        return text.length() <= MAX_URL && (text.startsWith("https://") || text.startsWith("http://"));
    }

    /** @throws UnreadablePage when the text holds what no text does: control characters, half characters */
    public static void check(String text) throws UnreadablePage {
        int suspect = indexOfSuspect(text);
        if (suspect == text.length()) {
            return;
        }
        if (!StorableText.isStorable(text)) {
            throw new UnreadablePage(Reason.MALFORMED, "The item holds U+0000 or half of a surrogate pair.", null);
        }
        for (int i = suspect; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isControl(c)) {
                throw new UnreadablePage(
                        Reason.MALFORMED, "The item holds the control character U+%04X.".formatted((int) c), null);
            }
        }
    }

    /** The first that is a control character or a part of a pair; the text's length when none is, as in most texts. */
    private static int indexOfSuspect(String text) {
        int index = 0;
        while (index < text.length() && !isControl(text.charAt(index)) && !Character.isSurrogate(text.charAt(index))) {
            index++;
        }
        return index;
    }

    private static boolean isControl(char c) {
        return c < '\t' || (c > '\r' && c < ' ') || c == 0x7F;
    }
}
