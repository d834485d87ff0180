package org.khabar.entity.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.khabar.entity.tagging.AliasEntry;

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

    private TestCatalogue(List<CatalogueEntry> entries) {
        for (CatalogueEntry entry : entries) {
            UUID id = UUID.nameUUIDFromBytes(entry.keys().getFirst().getBytes(StandardCharsets.UTF_8));
            this.entries.put(id, entry);
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

    /** The English name of an entity. */
    public String nameOf(UUID entity) {
        return Objects.requireNonNull(
                Objects.requireNonNull(entries.get(entity)).names().get("en"));
    }
}
