package org.khabar.entity.tagging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.text.Token;
import org.khabar.entity.text.TokenizedText;

/**
 * The aliases of the catalogue as a trie of normalised tokens. Immutable; replaced as a whole.
 *
 * <p>Whole tokens are compared, so equal tokens are equal names in the compared form. An adjective of nationality is
 * held in its definite form too; no other form is derived.
 */
public final class Dictionary {

    private static final Dictionary EMPTY = new Dictionary(new Node(), 0, 0);

    private final Node root;
    private final int size;
    private final int longest;

    private Dictionary(Node root, int size, int longest) {
        this.root = root;
        this.size = size;
        this.longest = longest;
    }

    /** A dictionary without a name. */
    public static Dictionary empty() {
        return EMPTY;
    }

    /** Builds the dictionary of these names. An alias without a letter or digit is left out. */
    public static Dictionary of(Collection<AliasEntry> aliases) {
        Node root = new Node();
        int longest = 0;
        int size = 0;
        for (AliasEntry alias : aliases) {
            for (AliasEntry form : DefiniteForms.of(alias)) {
                int tokens = add(root, form);
                longest = Math.max(longest, tokens);
                size += tokens > 0 ? 1 : 0;
            }
        }
        return new Dictionary(root, size, longest);
    }

    /** Number of names, forms counted. */
    public int size() {
        return size;
    }

    /** Number of tokens of the longest name. */
    int longest() {
        return longest;
    }

    Node root() {
        return root;
    }

    private static int add(Node root, AliasEntry alias) {
        List<Token> tokens =
                withoutOuterBoundaries(TokenizedText.of(alias.text()).tokens());
        if (tokens.isEmpty()) {
            return 0;
        }
        Node node = root;
        for (Token token : tokens) {
            node = node.children.computeIfAbsent(token.text(), text -> new Node());
        }
        node.aliases.add(alias);
        return tokens.size();
    }

    private static List<Token> withoutOuterBoundaries(List<Token> tokens) {
        int from = 0;
        int to = tokens.size();
        while (from < to && !tokens.get(from).word()) {
            from++;
        }
        while (to > from && !tokens.get(to - 1).word()) {
            to--;
        }
        return tokens.subList(from, to);
    }

    /** The names that share their first tokens. Written while the dictionary is built, only read afterwards. */
    static final class Node {

        private final Map<String, Node> children = new HashMap<>();
        private final List<AliasEntry> aliases = new ArrayList<>(1);

        @Nullable
        Node child(String token) {
            return children.get(token);
        }

        List<AliasEntry> aliases() {
            return aliases;
        }
    }
}
