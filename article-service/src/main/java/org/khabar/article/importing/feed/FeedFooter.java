package org.khabar.article.importing.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.khabar.article.importing.draft.DraftBlock;
import org.khabar.article.importing.draft.LeftOutLine;
import org.khabar.article.importing.draft.LeftOutReason;
import org.khabar.article.text.Folding;

/** What feeds put behind the text of an entry: where it appeared first, a link to the rest of it. */
final class FeedFooter {

    private static final int MAX_LENGTH = 600;

    /** The line that WordPress adds, in the languages of our outlets; folded. */
    private static final Pattern APPEARED_FIRST = Pattern.compile(
            "(?:the post .+ appeared first on .+)"
                    + "|(?:l article .+ (?:est apparu|est paru) en premier sur .+)"
                    + "|(?:(?:ظهرت|ظهر) (?:المقاله|المقال|التدوينه|الموضوع|الخبر) .+ (?:اولا علي|اولا في|للمره الاولي علي) .+)");

    private static final Pattern READ_ON = Pattern.compile(
            "(?:read more|continue reading(?: .*)?|lire la suite(?: .*)?|lire plus|اقرا المزيد|اقرا ايضا|للمزيد|تابع القراءه|المزيد)");

    private FeedFooter() {}

    /** The text, and the lines behind it with why they are not part of it. */
    record Split(List<DraftBlock> text, List<LeftOutLine> leftOut) {}

    static Split split(List<DraftBlock> blocks) {
        List<DraftBlock> text = new ArrayList<>(blocks);
        List<LeftOutLine> leftOut = new ArrayList<>();
        while (text.size() > 1) {
            DraftBlock last = text.getLast();
            LeftOutReason reason = reason(last.text());
            if (reason == null) {
                break;
            }
            leftOut.addFirst(new LeftOutLine(last.firstLine(), last.text(), reason));
            text.removeLast();
        }
        return new Split(text, leftOut);
    }

    private static @Nullable LeftOutReason reason(String text) {
        if (text.length() > MAX_LENGTH) {
            return null;
        }
        String folded = Folding.key(text);
        if (APPEARED_FIRST.matcher(folded).matches()) {
            return LeftOutReason.FOOTER;
        }
        return READ_ON.matcher(folded).matches() ? LeftOutReason.RELATED_LINK : null;
    }
}
