package org.khabar.entity.linking;

import java.util.Optional;
import java.util.stream.IntStream;
import org.khabar.entity.linking.PersonNameWords.Kind;
import org.khabar.entity.linking.TitleWords.Part;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.tagging.Proclitics;
import org.khabar.entity.text.Token;

/**
 * Finds names of organisations in Arabic by the word that they begin with, in one passage:
 *
 * <ul>
 *   <li>with what it is of, which is definite or a place: جامعة تونس للفنون, جمعية حماية المستهلك, وزارة التربية والتعليم
 *       المغربية; one of a state's (وزارة, مجلس) only with its country or town, for each state has one;
 *   <li>with a name that nothing else tells, before what it is for: شركة زينيت للاتصالات;
 *   <li>definite, with adjectives and what it is for: المكتب الوطني للسكك الحديدية;
 *   <li>before a name in quotes or in Latin script, which is the name then: شركة «أفق المتوسط».
 * </ul>
 *
 * <p>Few words too many are worse for who looks through them than a name that is missed: a name ends before the first word
 * that need not be a part of it.
 */
final class OrganizationNames {

    private static final int MOST_PARTS = 6;
    private static final int MOST_QUOTED = 6;
    private static final int SHORTEST_DEFINITE = 4;
    private static final int SHORTEST_BARE = 3;
    private static final String ARTICLE = "ال";
    private static final String OPENING = "«“\"„";
    private static final String CLOSING = "»”\"“";

    private final LinkingWords words;
    private final PassageTokens passage;
    private final KnownTokens known;

    OrganizationNames(LinkingWords words, PassageTokens passage, KnownTokens known) {
        this.words = words;
        this.passage = passage;
        this.known = known;
    }

    /** The name that begins with the token, or right behind it. */
    Optional<NameSpan> find(int at) {
        if (!known.isFree(at) || passage.hasCase(at)) {
            return Optional.empty();
        }
        if (isHead(at)) {
            return quoted(at + 1)
                    .or(() -> inLatin(at + 1))
                    .or(() -> from(at, skipped(at), bareEnd(at + 1)))
                    .or(() -> from(at, skipped(at), ofEnd(at)));
        }
        return definite(at);
    }

    private static Optional<NameSpan> from(int first, int skipped, int end) {
        return end > first
                ? Optional.of(NameSpan.sure(first, skipped, end, EntityType.ORGANIZATION))
                : Optional.empty();
    }

    private boolean isHead(int at) {
        return words.titles().hasWithParticles(Part.HEAD, passage.token(at)) || isOfState(at);
    }

    private boolean isOfState(int at) {
        return words.titles().hasWithParticles(Part.STATE_HEAD, passage.token(at));
    }

    private int skipped(int at) {
        Token token = passage.token(at);
        return words.titles().skippedBefore(isOfState(at) ? Part.STATE_HEAD : Part.HEAD, token);
    }

    /** What is in quotes, unless it runs on or the catalogue has it. */
    private Optional<NameSpan> quoted(int at) {
        if (!isMark(at, OPENING)) {
            return Optional.empty();
        }
        int end = at + 1;
        while (end < passage.size() && passage.token(end).word() && end - at <= MOST_QUOTED) {
            end++;
        }
        boolean complete = end > at + 1 && isMark(end, CLOSING);
        boolean unknown = IntStream.range(at + 1, end).noneMatch(known::isNamed)
                && !IntStream.range(at + 1, end).allMatch(known::isKnown);
        return complete && unknown ? from(at + 1, 0, end) : Optional.empty();
    }

    private boolean isMark(int at, String marks) {
        return at < passage.size()
                && !passage.token(at).word()
                && marks.contains(passage.token(at).text());
    }

    private Optional<NameSpan> inLatin(int at) {
        int end = at;
        while (known.isFree(end) && passage.isCapitalised(end) && end - at < MOST_PARTS) {
            end++;
        }
        return from(at, 0, end);
    }

    /** Behind a name without an article and what it is for; 0 when it is not so. */
    private int bareEnd(int name) {
        boolean bare = known.isFree(name) && isBare(passage.token(name)) && !isArticle(name) && isPurpose(name + 1);
        return bare ? restEnd(name + 2, name - 1) : 0;
    }

    /** No word that says what sort of one it is: شركة جديدة, مركز وطني. */
    private boolean isBare(Token token) {
        String word = token.text();
        return word.length() >= SHORTEST_BARE
                && !word.endsWith("ه")
                && !word.endsWith("ي")
                && !words.titles().has(Part.GOES_ON, token)
                && !words.titles().has(Part.ENDS, token)
                && !words.titles().hasWithParticles(Part.HEAD, token)
                && !words.personNames().has(Kind.LOCATIVE, token)
                && !words.personNames().has(Kind.GOVERNING, token);
    }

    /** Behind the head and what it is of; 0 when that is nothing, or not enough for one of a state's. */
    private int ofEnd(int head) {
        boolean goesOn = head + 1 < passage.size() && words.titles().has(Part.GOES_ON, passage.token(head + 1));
        int first = goesOn ? head + 2 : head + 1;
        if (first >= passage.size() || passage.token(first).text().startsWith("لل")) {
            return 0;
        }
        int end = restEnd(first, head);
        boolean told = !isOfState(head) || IntStream.range(first, end).anyMatch(known::isPlaceOrNationality);
        return end > first && told ? end : 0;
    }

    /** The definite one of many, with what kind it is and what it is for. */
    private Optional<NameSpan> definite(int at) {
        String word = passage.token(at).text();
        Optional<Proclitics.Reading> head = Proclitics.readings(word).stream()
                .filter(reading -> word.startsWith(ARTICLE, reading.skipped()) && isDefiniteHead(reading.text()))
                .findFirst();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        int adjectives = at + 1;
        while (adjectives - at <= MOST_PARTS / 2 && isAdjective(adjectives)) {
            adjectives++;
        }
        boolean told = adjectives > at + 1 && isPurpose(adjectives);
        return told ? from(at, head.get().skipped(), restEnd(adjectives + 1, at)) : Optional.empty();
    }

    private boolean isAdjective(int at) {
        return isOf(at) && isArticle(at) && passage.token(at).text().startsWith(ARTICLE);
    }

    private boolean isDefiniteHead(String word) {
        return word.startsWith(ARTICLE) && words.titles().isHead(word.substring(ARTICLE.length()));
    }

    /** Whether it says what something is for, which is no other organisation and nobody: للاتصالات, and لحقوق before الإنسان. */
    private boolean isPurpose(int at) {
        if (!known.isFree(at)) {
            return false;
        }
        String word = passage.token(at).text();
        if (word.startsWith("لل") && word.length() > SHORTEST_DEFINITE) {
            String bare = word.substring(2);
            return !words.titles().isHead(bare) && !words.titles().isAnyTitle(ARTICLE + bare);
        }
        boolean of = word.startsWith("ل") && words.titles().isGoingOn(word.substring(1));
        return of && isOf(at + 1) && isArticle(at + 1);
    }

    /** Behind all that may go on with what a name is of. */
    private int restEnd(int from, int head) {
        int end = from;
        while (end - head < MOST_PARTS && (isOf(end) || isJoined(end, from, head))) {
            end++;
        }
        return end;
    }

    private boolean isOf(int at) {
        if (at >= passage.size() || !passage.token(at).word() || known.isNamed(at)) {
            return false;
        }
        return known.isPlace(at) || isArticle(at) && !words.titles().has(Part.ENDS, passage.token(at));
    }

    /** وزارة التربية والتعليم: such names have two parts often, others are followed by something else. */
    private boolean isJoined(int at, int from, int head) {
        if (at == from
                || !known.isFree(at)
                || !words.titles().hasWithParticles(Part.JOINED_HEAD, passage.token(head))) {
            return false;
        }
        String word = passage.token(at).text();
        String joined = word.startsWith("و") ? word.substring(1) : "";
        return joined.startsWith(ARTICLE)
                && joined.length() >= SHORTEST_DEFINITE
                && !isDefiniteHead(joined)
                && !words.titles().isAnyTitle(joined);
    }

    /** Whether the token begins with the article as it is written, which ألوان and إلى only do without their hamza. */
    private boolean isArticle(int at) {
        Token token = passage.token(at);
        String word = token.text();
        boolean likely = word.length() >= SHORTEST_DEFINITE && (word.startsWith(ARTICLE) || word.startsWith("لل"));
        return likely && !passage.hasHamza(at) && !words.personNames().has(Kind.GOVERNING, token);
    }
}
