package org.khabar.entity.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.khabar.entity.tagging.AliasEntry;
import org.khabar.entity.tagging.EntityType;

/** A catalogue in memory, for tests of what is done with it. */
public final class TestCatalogue {

    static final List<String> CURATED_FILES = List.of(
            "catalogue/people.jsonl",
            "catalogue/organizations.jsonl",
            "catalogue/territories.jsonl",
            "catalogue/places.jsonl",
            "catalogue/events-and-works.jsonl");

    private final List<AliasEntry> aliases = new ArrayList<>();
    private final Map<UUID, CatalogueEntry> entries = new HashMap<>();
    private final Map<String, UUID> ids = new HashMap<>();

    private TestCatalogue(List<CatalogueEntry> entries) {
        for (CatalogueEntry entry : entries) {
            UUID id = UUID.nameUUIDFromBytes(entry.keys().getFirst().getBytes(StandardCharsets.UTF_8));
            this.entries.put(id, entry);
            entry.keys().forEach(key -> ids.put(key, id));
            entry.aliases()
                    .forEach(alias -> aliases.add(new AliasEntry(
                            id,
                            entry.type(),
                            alias.type(),
                            alias.language(),
                            alias.text(),
                            entry.country(),
                            alias.support())));
        }
    }

    /** What the service starts with. */
    public static TestCatalogue curated() {
        return new TestCatalogue(assemble());
    }

    static List<CatalogueEntry> assemble() {
        String commonWords = new String(CuratedFiles.bytes("catalogue/common-words.txt"), StandardCharsets.UTF_8);
        return new CatalogueAssembler(commonWords.lines()).assemble(CuratedFiles.read(CURATED_FILES));
    }

    /** All names, as the dictionary takes them. */
    public List<AliasEntry> aliases() {
        return aliases;
    }

    /**
     * The entity that a source calls so.
     *
     * @param key such as cldr:territory/MA, or the key of a curated line without its prefix
     */
    public Optional<UUID> find(String key) {
        return Optional.ofNullable(ids.get(key)).or(() -> Optional.ofNullable(ids.get("curated:" + key)));
    }

    /** What an entity is. */
    public EntityType typeOf(UUID entity) {
        return Objects.requireNonNull(entries.get(entity)).type();
    }

    /** The English name of an entity. */
    public String nameOf(UUID entity) {
        return Objects.requireNonNull(
                Objects.requireNonNull(entries.get(entity)).names().get("en"));
    }
}
