package org.khabar.entity.tagging;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.khabar.entity.text.Token;
import org.khabar.entity.text.TokenizedText;

/** Names as arrays: one layer of the dictionary. Immutable. */
final class Names {

    private final Vocabulary vocabulary;
    private final PhraseTrie trie;
    private final AliasTable aliases;

    private Names(Vocabulary vocabulary, PhraseTrie trie, AliasTable aliases) {
        this.vocabulary = vocabulary;
        this.trie = trie;
        this.aliases = aliases;
    }

    static Names of(Collection<AliasEntry> aliases) {
        Collector collector = new Collector();
        aliases.forEach(collector::add);
        return collector.toNames();
    }

    int size() {
        return aliases.size();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The node of a name's first token, or {@link PhraseTrie#NONE} for a token that is unknown. */
    int first(int token) {
        return token == Vocabulary.UNKNOWN ? PhraseTrie.NONE : trie.first(token);
    }

    /** The node of one token more, or {@link PhraseTrie#NONE}; there is none after no node. */
    int next(int node, int token) {
        return node == PhraseTrie.NONE || token == Vocabulary.UNKNOWN || !trie.goesOn(node)
                ? PhraseTrie.NONE
                : trie.next(node, token);
    }

    /** The aliases that end at the node, their entity being one that is asked for, in the order in which they were added. */
    List<AliasEntry> list(int node, Predicate<UUID> wanted) {
        return node == PhraseTrie.NONE ? List.of() : aliases.list(trie.alias(node), wanted);
    }

    /**
     * Takes names one by one. Tokens are numbered and aliases stored as they come; only token numbers are kept besides, and
     * at the end the trie is built of them, as its size is known then.
     */
    static final class Collector {

        private final Vocabulary vocabulary = new Vocabulary();
        private final AliasTable aliases = new AliasTable();

        /** By alias: the number of its tokens, and theirs. */
        private final IntPool phrases = new IntPool();

        void add(AliasEntry alias) {
            DefiniteForms.of(alias).forEach(this::addForm);
        }

        /** The names so far; nothing can be added then. */
        Names toNames() {
            int furtherTokens = phrases.size() - 2 * aliases.size();
            PhraseTrie trie = new PhraseTrie(vocabulary.size(), furtherTokens);
            int position = 0;
            for (int alias = 0; alias < aliases.size(); alias++) {
                int tokens = phrases.get(position++);
                int node = trie.first(phrases.get(position));
                for (int token = 1; token < tokens; token++) {
                    node = trie.grow(node, phrases.get(position + token));
                }
                aliases.chain(alias, trie.alias(node));
                trie.end(node, alias);
                position += tokens;
            }
            vocabulary.trim();
            aliases.trim();
            return new Names(vocabulary, trie, aliases);
        }

        private void addForm(AliasEntry alias) {
            List<Token> tokens =
                    withoutOuterBoundaries(TokenizedText.of(alias.text()).tokens());
            if (tokens.isEmpty()) {
                return;
            }
            aliases.add(alias);
            phrases.add(tokens.size());
            tokens.forEach(token -> phrases.add(vocabulary.add(token.text())));
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
    }
}
