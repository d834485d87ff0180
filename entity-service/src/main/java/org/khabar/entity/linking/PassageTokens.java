package org.khabar.entity.linking;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.tagging.Occurrence;
import org.khabar.entity.text.NormalizedText;
import org.khabar.entity.text.Token;
import org.khabar.entity.text.TokenizedText;

/** The tokens of a passage, and how they were written. */
final class PassageTokens {

    /** In a headline of this many words or more, of which none but the shortest are small, capitals say nothing. */
    private static final int SHORT_WORD = 4;

    private final NormalizedText text;
    private final List<Token> tokens;
    private @Nullable Boolean capitalisesAll;

    PassageTokens(TokenizedText passage) {
        this.text = passage.text();
        this.tokens = passage.tokens();
    }

    List<Token> tokens() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    Token token(int index) {
        return tokens.get(index);
    }

    /** Whether particles are attached to the occurrence's first token. */
    boolean hasParticle(Occurrence occurrence) {
        return text.originalStart(tokens.get(occurrence.firstToken()).from()) < occurrence.start();
    }

    /** Whether the occurrence has ل before it. */
    boolean hasLam(Occurrence occurrence) {
        return hasParticle(occurrence) && text.original().charAt(occurrence.start() - 1) == 'ل';
    }

    /** Whether the particle right before the occurrence is a preposition. */
    boolean hasPreposition(Occurrence occurrence) {
        return hasParticle(occurrence) && "بلك".indexOf(text.original().charAt(occurrence.start() - 1)) >= 0;
    }

    boolean isCapitalised(int index) {
        return tokens.get(index).word() && Character.isUpperCase(firstLetter(index));
    }

    /** False only for a word of a script with two cases that begins with a small letter. */
    boolean isCapitalisedIfLatin(int index) {
        return !Character.isLowerCase(firstLetter(index));
    }

    /** Whether the token is of a script with two cases. */
    boolean hasCase(int index) {
        return Character.isUpperCase(firstLetter(index)) || Character.isLowerCase(firstLetter(index));
    }

    /** Whether the token begins with an alif that has a hamza or a madda, as no article does. */
    boolean hasHamza(int index) {
        return "أإآٱ".indexOf(firstLetter(index)) >= 0;
    }

    /** Whether a sentence or a quotation may begin with the token. */
    boolean beginsSentence(int index) {
        return index == 0
                || !tokens.get(index - 1).word()
                        && !",،;؛(-–/".contains(tokens.get(index - 1).text());
    }

    /** Whether the token is the initial of a name, or the full stop after one. */
    boolean isInitial(int index) {
        Token token = tokens.get(index);
        boolean stop = token.text().equals(".") && index > 0 && isOneCapital(index - 1);
        return stop || isOneCapital(index);
    }

    /** Whether every word of some length is capitalised, as in an English headline. */
    boolean capitalisesAll() {
        Boolean known = capitalisesAll;
        if (known == null) {
            known = computeCapitalisesAll();
            capitalisesAll = known;
        }
        return known;
    }

    private boolean computeCapitalisesAll() {
        return IntStream.range(0, tokens.size())
                .filter(index ->
                        tokens.get(index).word() && tokens.get(index).text().length() >= SHORT_WORD)
                .allMatch(this::isCapitalisedIfLatin);
    }

    private boolean isOneCapital(int index) {
        return tokens.get(index).text().length() == 1 && isCapitalised(index);
    }

    private int firstLetter(int index) {
        return text.original().codePointAt(text.originalStart(tokens.get(index).from()));
    }
}
