package org.khabar.entity.text;

import java.util.stream.Collectors;

/** A name as it is looked up: its normalised words with one blank between them. */
public final class SearchKey {

    private SearchKey() {}

    /** The key of a name; empty when it holds no word. */
    public static String of(String name) {
        return Tokenizer.tokenize(TextNormalizer.normalize(name)).stream()
                .filter(Token::word)
                .map(Token::text)
                .collect(Collectors.joining(" "));
    }
}
