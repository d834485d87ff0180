package org.khabar.entity.tagging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.util.IntsRefBuilder;
import org.apache.lucene.util.fst.FST;
import org.apache.lucene.util.fst.FSTCompiler;
import org.apache.lucene.util.fst.PositiveIntOutputs;
import org.khabar.entity.text.Token;
import org.khabar.entity.text.TokenizedText;

/**
 * Lucene's automaton of the names, walked from every word on, as its filter of synonyms does: the longest name that begins
 * at a word counts, and the next one begins behind it.
 */
final class FstFinder implements NameFinder {

    private final FST<Long> names;
    private final FST.BytesReader reader;
    private final FST.Arc<Long> arc = new FST.Arc<>();

    FstFinder(GeneratedNames generated) {
        try {
            FSTCompiler<Long> compiler = new FSTCompiler.Builder<>(
                            FST.INPUT_TYPE.BYTE2, PositiveIntOutputs.getSingleton())
                    .build();
            IntsRefBuilder key = new IntsRefBuilder();
            for (Map.Entry<String, Integer> name : generated.byKey().entrySet()) {
                key.clear();
                name.getKey().chars().forEach(key::append);
                compiler.add(key.get(), (long) name.getValue());
            }
            names = Objects.requireNonNull(FST.fromFSTReader(compiler.compile(), compiler.getFSTReader()));
            reader = names.getBytesReader();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public int count(String text) {
        List<Token> tokens = TokenizedText.of(text).tokens();
        int found = 0;
        int token = 0;
        while (token < tokens.size()) {
            int end = longestFrom(tokens, token);
            found += end > token ? 1 : 0;
            token = Math.max(end, token + 1);
        }
        return found;
    }

    /** Index after the longest name that begins with the token; the token's own when there is none. */
    private int longestFrom(List<Token> tokens, int first) {
        names.getFirstArc(arc);
        int end = first;
        for (int token = first; token < tokens.size(); token++) {
            if (!tokens.get(token).word()
                    || token > first && !follows(' ')
                    || !follows(tokens.get(token).text())) {
                return end;
            }
            end = arc.isFinal() ? token + 1 : end;
        }
        return end;
    }

    private boolean follows(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!follows(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean follows(char letter) {
        try {
            return names.findTargetArc(letter, arc, arc, reader) != null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
