package org.khabar.entity.linking;

import java.util.Set;
import org.khabar.entity.tagging.Occurrence;
import org.khabar.entity.text.Token;

/**
 * Tells in one passage the places that are a part of the name of an organisation or a street, which the catalogue need
 * not know: جامعة تونس, Université de Tunis, London Harbour Trust. A place with a particle is none: جامعة في تونس.
 */
final class PartsOfNames {

    private static final int WORDS_AFTER = 3;
    private static final Set<String> JOINERS = Set.of("de", "du", "des", "d", "la", "of", "the");

    private final TitleWords titles;
    private final PassageTokens passage;

    PartsOfNames(TitleWords titles, TaggedPassage tagged) {
        this.titles = titles;
        this.passage = new PassageTokens(tagged.text());
    }

    boolean contains(Occurrence place) {
        return !passage.hasParticle(place) && (followsHead(place) || precedesHead(place));
    }

    private boolean followsHead(Occurrence place) {
        int before = place.firstToken() - 1;
        while (before > 0 && JOINERS.contains(passage.token(before).text())) {
            before--;
        }
        return before >= 0 && titles.isNamed(passage.token(before));
    }

    private boolean precedesHead(Occurrence place) {
        int furthest = Math.min(passage.size(), place.tokenEnd() + WORDS_AFTER);
        for (int index = place.tokenEnd(); index < furthest && passage.isCapitalised(index); index++) {
            Token token = passage.token(index);
            if (titles.isNamed(token)) {
                return !passage.capitalisesAll();
            }
        }
        return false;
    }
}
