package org.khabar.entity.tagging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.khabar.entity.text.Token;

/**
 * The aliases of the catalogue, in a form that holds tens of millions: tokens numbered ({@link Vocabulary}), names a trie
 * of the numbers ({@link PhraseTrie}), aliases packed ({@link AliasTable}). Immutable; replaced as a whole.
 *
 * <p>Whole tokens are compared, so equal tokens are equal names in the compared form. An adjective of nationality is
 * held in its definite form too; no other form is derived.
 *
 * <p>What was edited since is a second, small layer, which holds all names of the edited entities and hides what the
 * first has of them.
 */
public final class Dictionary {

    private static final Dictionary EMPTY = of(List.of());

    private final Names names;
    private final Names edits;
    private final Map<UUID, List<AliasEntry>> edited;

    private Dictionary(Names names, Names edits, Map<UUID, List<AliasEntry>> edited) {
        this.names = names;
        this.edits = edits;
        this.edited = Map.copyOf(edited);
    }

    /** A dictionary without a name. */
    public static Dictionary empty() {
        return EMPTY;
    }

    /** Builds the dictionary of these names. An alias without a letter or digit is left out. */
    public static Dictionary of(Collection<AliasEntry> aliases) {
        Builder builder = new Builder();
        aliases.forEach(builder::add);
        return builder.build();
    }

    /**
     * This dictionary after edits, in time that depends on the edits alone.
     *
     * @param entities the edited entities, each with all the names that it has now; without one it is gone
     */
    public Dictionary with(Map<UUID, List<AliasEntry>> entities) {
        Map<UUID, List<AliasEntry>> all = new HashMap<>(edited);
        entities.forEach((entity, aliases) -> all.put(entity, List.copyOf(aliases)));
        List<AliasEntry> current = new ArrayList<>();
        all.values().forEach(current::addAll);
        return new Dictionary(names, Names.of(current), all);
    }

    /** Number of names, forms counted, without the edits. */
    public int size() {
        return names.size();
    }

    /** Number of entities that were edited since the dictionary was built. */
    public int edits() {
        return edited.size();
    }

    /** The text of these tokens before this dictionary. */
    NumberedText number(List<Token> tokens) {
        return new NumberedText(tokens, names, edits);
    }

    /** The aliases that end there, in the order in which they were added. */
    List<AliasEntry> aliases(NumberedText.Place place) {
        if (edited.isEmpty()) {
            return names.list(place.node(), _ -> true);
        }
        List<AliasEntry> aliases = new ArrayList<>(names.list(place.node(), entity -> !edited.containsKey(entity)));
        aliases.addAll(edits.list(place.editNode(), _ -> true));
        return aliases;
    }

    /** Takes names one by one, so that nobody has to hold them all; for one thread. */
    public static final class Builder {

        private final Names.Collector collector = new Names.Collector();

        /** Adds a name; one without a letter or digit is left out. */
        public void add(AliasEntry alias) {
            collector.add(alias);
        }

        /** The dictionary of the names so far. The builder is used up then. */
        public Dictionary build() {
            return new Dictionary(collector.toNames(), Names.of(List.of()), Map.of());
        }
    }
}
