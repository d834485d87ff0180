package org.khabar.entity.tagging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.text.Token;

/** A text before a dictionary: each token is looked up once, then names are followed by numbers through both layers. */
final class NumberedText {

    private final Layer names;
    private final Layer edits;

    NumberedText(List<Token> tokens, Names names, Names edits) {
        this.names = new Layer(tokens, names);
        this.edits = new Layer(tokens, edits);
    }

    /** Where names stand that begin with a token, read this way; null when no name does. */
    @Nullable
    Place begin(int token, Proclitics.Reading reading) {
        return Place.of(names.begin(token, reading), edits.begin(token, reading));
    }

    /**
     * Where names stand that go on with a token as it stands; null when none does, or the text is at its end.
     *
     * @param from where they stand before it
     */
    @Nullable
    Place next(Place from, int token) {
        return Place.of(names.next(from.node, token), edits.next(from.editNode, token));
    }

    /**
     * Some tokens of a name.
     *
     * @param node theirs in the first layer, or {@link PhraseTrie#NONE}
     * @param editNode theirs in the layer of edits, or {@link PhraseTrie#NONE}; at most one of them is none
     */
    record Place(int node, int editNode) {

        private static @Nullable Place of(int node, int editNode) {
            return node == PhraseTrie.NONE && editNode == PhraseTrie.NONE ? null : new Place(node, editNode);
        }
    }

    private static final class Layer {

        private final Names names;
        private final int[] numbers;

        Layer(List<Token> tokens, Names names) {
            this.names = names;
            this.numbers = names.vocabulary().find(tokens);
        }

        int begin(int token, Proclitics.Reading reading) {
            return reading.skipped() == 0
                    ? names.first(numbers[token])
                    : names.first(names.vocabulary().find(reading.text()));
        }

        int next(int node, int token) {
            return token < numbers.length ? names.next(node, numbers[token]) : PhraseTrie.NONE;
        }
    }
}
