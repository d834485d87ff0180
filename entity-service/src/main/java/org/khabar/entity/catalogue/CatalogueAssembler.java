package org.khabar.entity.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.text.SearchKey;

/**
 * Makes one catalogue of CLDR's places and the curated lines.
 *
 * <p>A line with a territory or a zone adds to CLDR's entity. A name that only CLDR has links by itself unless a curated
 * line gives it to another entity; a place's name that is a common word never does. Such names become SHORT.
 */
final class CatalogueAssembler {

    private final Set<String> commonWords;

    /** @param commonWords lines of a language, a tab and a name; # begins a comment */
    CatalogueAssembler(Stream<String> commonWords) {
        this.commonWords = new LinkedHashSet<>();
        commonWords
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", 2))
                .forEach(parts -> this.commonWords.add(nameKey(parts[0], parts[1])));
    }

    /**
     * The catalogue of these lines and CLDR.
     *
     * @throws IllegalStateException when a line names a territory or a zone that CLDR does not know
     */
    List<CatalogueEntry> assemble(List<CuratedLine> lines) {
        Map<String, CatalogueEntry> entries = new LinkedHashMap<>();
        List<CatalogueEntry> territories = CldrTerritories.list();
        territories.forEach(entry -> entries.put(entry.keys().getFirst(), entry));
        entries.putAll(new CldrCities(territories).list());
        Map<String, String> curatedNames = curatedNames(lines);
        entries.replaceAll((key, entry) -> withoutTakenNames(entry, curatedNames));
        lines.forEach(line -> entries.merge(hostKey(line), line.toEntry(), CatalogueEntry::mergedWith));
        return entries.values().stream()
                .filter(entry -> entry.names().containsKey("ar"))
                .map(this::withoutCommonWords)
                .toList();
    }

    private static String hostKey(CuratedLine line) {
        if (line.territory() != null) {
            return CldrTerritories.key(line.territory());
        }
        return line.zone() != null ? CldrCities.key(line.zone()) : "curated:" + line.key();
    }

    /** Names that curated lines give to an entity, with the key of its host. */
    private static Map<String, String> curatedNames(List<CuratedLine> lines) {
        Map<String, String> names = new HashMap<>();
        for (CuratedLine line : lines) {
            line.toEntry().aliases().stream()
                    .filter(alias -> alias.type() != AliasType.DEMONYM)
                    .forEach(alias -> names.put(nameKey(alias.language(), alias.text()), hostKey(line)));
        }
        return names;
    }

    private static CatalogueEntry withoutTakenNames(CatalogueEntry entry, Map<String, String> curatedNames) {
        String host = entry.keys().getFirst();
        return demoting(entry, alias -> {
            String owner = curatedNames.getOrDefault(nameKey(alias.language(), alias.text()), host);
            return !owner.equals(host);
        });
    }

    private CatalogueEntry withoutCommonWords(CatalogueEntry entry) {
        if (entry.type() != EntityType.PLACE) {
            return entry;
        }
        return demoting(entry, alias -> commonWords.contains(nameKey(alias.language(), alias.text())));
    }

    private static CatalogueEntry demoting(CatalogueEntry entry, Predicate<AliasText> condition) {
        List<AliasText> aliases = new ArrayList<>();
        for (AliasText alias : entry.aliases()) {
            boolean demote = alias.type() == AliasType.NAME && condition.test(alias);
            aliases.add(demote ? alias.withType(AliasType.SHORT) : alias);
        }
        return entry.withAliases(new LinkedHashSet<>(aliases));
    }

    private static String nameKey(String language, String name) {
        return language + ' ' + SearchKey.of(name);
    }
}
