package org.khabar.entity.tagging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The aliases, four ints each and the text as written; they become records when they are found. Aliases of one name are a
 * chain from the last to the first. Written while the dictionary is built, only read afterwards.
 */
final class AliasTable {

    /** No alias. */
    static final int NO_ALIAS = -1;

    private static final int ENTITY = 0;
    private static final int KIND = 1;
    private static final int TEXT = 2;
    private static final int EARLIER = 3;
    private static final int FIELDS = 4;
    private static final int INTS_OF_UUID = 4;

    private final IntPool aliases = new IntPool();
    private final IntPool entities = new IntPool();
    private final TextPool texts = new TextPool();
    private final List<Kind> kinds = new ArrayList<>();
    private final Map<Kind, Integer> numbers = new HashMap<>();
    private @Nullable UUID lastEntity;

    int size() {
        return aliases.size() / FIELDS;
    }

    /** Adds an alias that is a chain of its own. Aliases of one entity that follow each other share its id. */
    void add(AliasEntry alias) {
        addEntity(alias.entity());
        aliases.add(entities.size() / INTS_OF_UUID - 1);
        aliases.add(number(Kind.of(alias)));
        aliases.add(texts.add(alias.text()));
        aliases.add(NO_ALIAS);
    }

    /** Puts an alias behind the last of a chain, or behind {@link #NO_ALIAS}. */
    void chain(int number, int earlier) {
        aliases.set(number * FIELDS + EARLIER, earlier);
    }

    /** The aliases of a chain whose entity is asked for, in the order in which they were added. */
    List<AliasEntry> list(int last, Predicate<UUID> wanted) {
        if (last == NO_ALIAS) {
            return List.of();
        }
        List<AliasEntry> found = new ArrayList<>(2);
        for (int number = last; number != NO_ALIAS; number = field(number, EARLIER)) {
            UUID entity = entity(field(number, ENTITY));
            if (wanted.test(entity)) {
                found.add(entry(number, entity));
            }
        }
        return found.size() > 1 ? found.reversed() : found;
    }

    void trim() {
        aliases.trim();
        entities.trim();
        texts.trim();
        numbers.clear();
    }

    private AliasEntry entry(int number, UUID entity) {
        Kind kind = kinds.get(field(number, KIND));
        return new AliasEntry(
                entity,
                kind.entityType,
                kind.type,
                kind.language,
                texts.get(field(number, TEXT)),
                kind.country,
                kind.support);
    }

    private int field(int number, int field) {
        return aliases.get(number * FIELDS + field);
    }

    private void addEntity(UUID entity) {
        if (entity.equals(lastEntity)) {
            return;
        }
        lastEntity = entity;
        addLong(entity.getMostSignificantBits());
        addLong(entity.getLeastSignificantBits());
    }

    private UUID entity(int number) {
        int at = number * INTS_OF_UUID;
        return new UUID(longAt(at), longAt(at + 2));
    }

    private void addLong(long bits) {
        entities.add((int) (bits >>> 32));
        entities.add((int) bits);
    }

    private long longAt(int index) {
        return (long) entities.get(index) << 32 | entities.get(index + 1) & 0xFFFF_FFFFL;
    }

    private int number(Kind kind) {
        Integer known = numbers.get(kind);
        if (known != null) {
            return known;
        }
        int number = kinds.size();
        kinds.add(kind);
        numbers.put(kind, number);
        return number;
    }

    /** What many aliases have in common. */
    private record Kind(
            EntityType entityType,
            AliasType type,
            String language,
            @Nullable String country,
            Set<String> support) {

        static Kind of(AliasEntry alias) {
            return new Kind(alias.entityType(), alias.type(), alias.language(), alias.country(), alias.support());
        }
    }
}
