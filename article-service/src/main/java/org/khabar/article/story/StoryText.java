package org.khabar.article.story;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.article.article.ArticleContent;
import org.khabar.article.article.TextBlock;
import org.khabar.article.article.TextShingles;
import org.khabar.article.text.Folding;

/**
 * What of an article says whether it is another's near-duplicate.
 *
 * @param outletId null when its outlet is not known
 * @param numbers that the text states
 * @param headlineDays days of the week that the headline names
 * @param textDays days of the week that the text names
 */
record StoryText(
        @Nullable UUID outletId,
        TextShingles shingles,
        Set<String> numbers,
        Set<DayOfWeek> headlineDays,
        Set<DayOfWeek> textDays) {

    /** @param unknownOutlet the outlet of articles whose outlet is not known */
    static StoryText of(ArticleContent content, UUID unknownOutlet) {
        return of(
                content.outletId().equals(unknownOutlet) ? null : content.outletId(),
                content.headline(),
                content.blocks());
    }

    static StoryText of(@Nullable UUID outletId, String headline, List<TextBlock> blocks) {
        String folded = Folding.fold(blocks.stream().map(TextBlock::text).collect(Collectors.joining("\n")));
        return new StoryText(
                outletId,
                TextShingles.of(blocks),
                StatedNumbers.of(folded),
                StatedDays.of(Folding.key(headline)),
                StatedDays.of(Folding.keyOf(folded)));
    }
}
