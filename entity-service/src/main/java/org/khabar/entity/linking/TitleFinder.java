package org.khabar.entity.linking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Occurrence;
import org.khabar.entity.text.Token;

/**
 * Finds the title before a name in one passage: right before it, or with adjectives of nationality and qualifiers
 * between (الرئيس الأمريكي السابق …), or with the full stop of its abbreviation (Mr. …).
 */
final class TitleFinder {

    private static final int MOST_WORDS_BETWEEN = 4;

    private final TitleWords titles;
    private final List<Token> tokens;
    private final Map<Integer, Integer> demonymStartByEnd = new HashMap<>();

    TitleFinder(TitleWords titles, TaggedPassage passage) {
        this.titles = titles;
        this.tokens = passage.text().tokens();
        passage.occurrences().stream()
                .filter(TitleFinder::isDemonym)
                .forEach(occurrence -> demonymStartByEnd.put(occurrence.tokenEnd(), occurrence.firstToken()));
    }

    boolean hasTitle(Occurrence occurrence, EntityType type) {
        int end = occurrence.firstToken();
        int furthest = Math.max(0, end - MOST_WORDS_BETWEEN);
        while (end > furthest) {
            if (titles.endsAt(tokens, end, type)) {
                return true;
            }
            int before = beforeFiller(end);
            if (before == end) {
                return false;
            }
            end = before;
        }
        return false;
    }

    private int beforeFiller(int end) {
        Integer demonymStart = demonymStartByEnd.get(end);
        if (demonymStart != null) {
            return demonymStart;
        }
        Token token = tokens.get(end - 1);
        return titles.isQualifier(token) || token.text().equals(".") ? end - 1 : end;
    }

    private static boolean isDemonym(Occurrence occurrence) {
        return occurrence.aliases().stream().anyMatch(alias -> alias.type() == AliasType.DEMONYM);
    }
}
