package org.khabar.article.importing.html;

import java.util.List;
import org.khabar.article.article.BlockKind;
import org.khabar.article.importing.draft.DraftBlock;

/** The text of the article as JSON-LD has it, for pages that show next to none: those that scripts put together. */
final class StatedBody {

    private static final int LEAST = 200;

    /** A page that shows less than a third of what it states does not show it. */
    private static final int TIMES = 3;

    private StatedBody() {}

    static boolean isMissing(PageFacts facts, ArticleText shown) {
        int letters = shown.kept().stream().mapToInt(Passage::letters).sum();
        return facts.body()
                .filter(body -> body.length() >= LEAST && letters * TIMES < letters(body))
                .isPresent();
    }

    static List<DraftBlock> blocks(PageFacts facts) {
        return facts.body().stream()
                .flatMap(body -> PlainText.paragraphs(body).stream())
                .map(paragraph -> DraftBlock.of(BlockKind.PARAGRAPH, paragraph))
                .toList();
    }

    private static long letters(String body) {
        return body.codePoints().filter(Character::isLetterOrDigit).count();
    }
}
