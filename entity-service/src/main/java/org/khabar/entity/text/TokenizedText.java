package org.khabar.entity.text;

import java.util.List;
import java.util.Objects;

/** A text in its compared form and its tokens in their order. */
public record TokenizedText(NormalizedText text, List<Token> tokens) {

    public TokenizedText {
        Objects.requireNonNull(text);
        tokens = List.copyOf(tokens);
    }

    /** Normalises and tokenises a text of any content. */
    public static TokenizedText of(String original) {
        NormalizedText text = TextNormalizer.normalize(original);
        return new TokenizedText(text, Tokenizer.tokenize(text));
    }
}
