package org.khabar.entity.tagging;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import org.khabar.entity.text.TextNormalizer;
import org.khabar.entity.text.TokenizedText;

/** One way to find names in texts. All get the text as it was written. */
interface NameFinder {

    /** How many names it finds in the text, of those that overlap the longest. */
    int count(String text);

    static NameFinder of(String kind, GeneratedNames names) {
        return switch (kind) {
            case "khabar" -> khabar(names);
            case "lucene-fst" -> new FstFinder(names);
            case "double-array" -> doubleArray(names);
            case "tokens" -> text -> TokenizedText.of(text).tokens().size();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static NameFinder khabar(GeneratedNames names) {
        Dictionary.Builder builder = new Dictionary.Builder();
        for (int i = 0; i < names.count(); i++) {
            builder.add(names.alias(i));
        }
        Tagger tagger = new Tagger(builder.build());
        return text -> tagger.tag(TokenizedText.of(text), "ar").size();
    }

    /** Its hits may begin or end inside a word, so both ends are looked at. Of those that overlap all count. */
    private static NameFinder doubleArray(GeneratedNames names) {
        AhoCorasickDoubleArrayTrie<Integer> trie = new AhoCorasickDoubleArrayTrie<>();
        trie.build(names.byKey());
        return text -> {
            String normalized = TextNormalizer.normalize(text).value();
            int[] found = new int[1];
            trie.parseText(normalized, (begin, end, number) -> {
                if (isEdge(normalized, begin - 1) && isEdge(normalized, end)) {
                    found[0]++;
                }
            });
            return found[0];
        };
    }

    private static boolean isEdge(String text, int index) {
        return index < 0 || index >= text.length() || !Character.isLetterOrDigit(text.charAt(index));
    }
}
