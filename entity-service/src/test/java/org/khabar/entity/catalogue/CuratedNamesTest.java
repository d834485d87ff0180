package org.khabar.entity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.tagging.EntityType;
import org.khabar.entity.text.SearchKey;

/**
 * What the names of the curated files must not do: say two things without a reason, or say what every article says. A name
 * is compared as the tagger compares it.
 */
class CuratedNamesTest {

    private static final List<CuratedLine> LINES = CuratedFiles.read(TestCatalogue.CURATED_FILES);

    /** A particle may be cut off a word when as many letters are left. A SHORT (شي) has its title or the full name besides. */
    private static final int SHORTEST_NAME = 3;

    private static final int SHORTEST_ACRONYM = 2;

    /** The id of an item that was looked up, the key of the line that it is of, and the item's labels. */
    private record CheckedId(String id, String key, List<String> labels) {

        static CheckedId of(String line) {
            List<String> parts = List.of(line.split("\t"));
            return new CheckedId(parts.get(0), parts.get(1), parts.subList(2, parts.size()));
        }
    }

    @Test
    void areOfThousandsOfEntitiesBesidesThoseOfCldr() {
        assertThat(LINES.stream().filter(line -> line.territory() == null && line.zone() == null))
                .hasSizeGreaterThanOrEqualTo(4_000);
    }

    @Test
    void areOfTheMaghrebFirst() {
        Set<String> maghreb = Set.of("MA", "DZ", "TN", "LY", "MR", "EH");
        Map<EntityType, Long> counts = LINES.stream()
                .filter(line -> line.country() != null && maghreb.contains(line.country()))
                .collect(Collectors.groupingBy(CuratedLine::type, Collectors.counting()));

        assertThat(counts.get(EntityType.PERSON)).isGreaterThanOrEqualTo(850);
        assertThat(counts.get(EntityType.ORGANIZATION)).isGreaterThanOrEqualTo(550);
        assertThat(counts.get(EntityType.PLACE)).isGreaterThanOrEqualTo(500);
    }

    @Test
    void areShownForOneEntityOfAType() {
        Map<String, Set<CuratedLine>> byName = new TreeMap<>();
        LINES.forEach(line -> line.names()
                .forEach((language, name) -> byName.computeIfAbsent(
                                language + line.type() + ' ' + SearchKey.of(name), key -> new LinkedHashSet<>())
                        .add(line)));

        assertThat(unexplained(byName)).isEmpty();
    }

    @Test
    void areShortFormsOfTwoEntitiesOnlyForAReason() {
        assertThat(unexplained(linesByName(alias -> alias.type() == AliasType.SHORT)))
                .isEmpty();
    }

    @Test
    void areNotAPersonsSurnameAndAnothersWholeName() {
        Map<String, Set<CuratedLine>> whole = linesByName(CuratedNamesTest::linksByItself);
        Map<String, Set<CuratedLine>> sharing = new TreeMap<>();
        linesByName(alias -> alias.type() == AliasType.SHORT).forEach((name, lines) -> {
            Set<CuratedLine> all = new LinkedHashSet<>(lines);
            all.addAll(whole.getOrDefault(name, Set.of()));
            sharing.put(name, all);
        });

        assertThat(unexplained(sharing)).isEmpty();
    }

    @Test
    void areNoCommonWordsWithoutAReason() {
        Set<String> common = words("catalogue/common-words.txt");

        assertThat(offenders(
                        CuratedNamesTest::linksByItself,
                        (line, name) -> common.contains(name) && !explains(line, name.substring(3))))
                .isEmpty();
    }

    @Test
    void areNoEverydayWords() {
        Set<String> everyday = words("catalogue-rules/everyday-words.txt");

        assertThat(offenders(CuratedNamesTest::linksByItself, (line, name) -> everyday.contains(name)))
                .isEmpty();
    }

    @Test
    void areLongEnoughToBeTold() {
        assertThat(offenders(
                        alias -> alias.type() == AliasType.ACRONYM, (line, name) -> letters(name) < SHORTEST_ACRONYM))
                .isEmpty();
        assertThat(offenders(
                        alias -> linksByItself(alias) && !isInitials(alias.text()),
                        (line, name) -> letters(name) < SHORTEST_NAME))
                .isEmpty();
    }

    @Test
    void haveNoBlankBesideOneOrAtAnEnd() {
        assertThat(LINES.stream()
                        .flatMap(line -> Stream.of(
                                line.names().values(), line.description().values(), texts(line)))
                        .flatMap(Collection::stream)
                        .filter(text -> text.isBlank() || !text.equals(text.strip()) || text.contains("  ")))
                .isEmpty();
    }

    @Test
    void giveReasonsForTheirOwnNamesAlone() {
        // What adds to CLDR's entity may speak of a name that CLDR gives it.
        assertThat(LINES.stream()
                        .filter(line -> line.zone() == null && line.territory() == null)
                        .filter(line -> !searchKeys(line)
                                .containsAll(line.shared().keySet().stream()
                                        .map(SearchKey::of)
                                        .toList()))
                        .map(CuratedLine::key))
                .isEmpty();
        assertThat(LINES.stream()
                        .filter(line -> line.shared().values().stream().anyMatch(String::isBlank))
                        .map(CuratedLine::key))
                .isEmpty();
    }

    @Test
    void goWithExternalIdsThatWereChecked() {
        Map<String, CheckedId> checked = lines("catalogue-rules/checked-ids.tsv")
                .map(CheckedId::of)
                .collect(Collectors.toMap(CheckedId::key, id -> id));
        Map<String, String> given = new HashMap<>();
        LINES.forEach(line -> line.externalIds().values().forEach(id -> given.put(line.key(), id)));

        assertThat(given).isEqualTo(checked.values().stream().collect(Collectors.toMap(CheckedId::key, CheckedId::id)));
        assertThat(TestCatalogue.assemble())
                .filteredOn(entry -> entry.externalIds().containsKey("wikidata"))
                .allSatisfy(entry -> assertThat(entry.aliases())
                        .extracting(alias -> SearchKey.of(alias.text()))
                        .containsAnyElementsOf(checkedIdOf(entry, checked).labels().stream()
                                .map(SearchKey::of)
                                .toList()));
    }

    private static CheckedId checkedIdOf(CatalogueEntry entry, Map<String, CheckedId> checked) {
        return entry.keys().stream()
                .filter(key -> key.startsWith("curated:"))
                .map(key -> checked.get(key.substring("curated:".length())))
                .findFirst()
                .orElseThrow();
    }

    private static boolean linksByItself(AliasText alias) {
        return alias.type() != AliasType.SHORT && alias.type() != AliasType.DEMONYM;
    }

    private static Map<String, Set<CuratedLine>> linesByName(Predicate<AliasText> condition) {
        Map<String, Set<CuratedLine>> byName = new TreeMap<>();
        LINES.forEach(line -> line.toEntry().aliases().stream()
                .filter(condition)
                .forEach(alias -> byName.computeIfAbsent(nameKey(alias), key -> new LinkedHashSet<>())
                        .add(line)));
        return byName;
    }

    private static Map<String, List<String>> unexplained(Map<String, Set<CuratedLine>> byName) {
        Map<String, List<String>> unexplained = new TreeMap<>();
        byName.forEach((name, sharing) -> {
            boolean explained =
                    sharing.stream().allMatch(line -> explains(line, name.substring(name.indexOf(' ') + 1)));
            if (sharing.size() > 1 && !explained) {
                unexplained.put(name, sharing.stream().map(CuratedLine::key).toList());
            }
        });
        return unexplained;
    }

    /** A rule on a line and one of its names, with the name's language before it. */
    private interface NameRule {
        boolean isBroken(CuratedLine line, String name);
    }

    private static Map<String, Set<String>> offenders(Predicate<AliasText> condition, NameRule rule) {
        Map<String, Set<String>> offenders = new TreeMap<>();
        LINES.forEach(line -> line.toEntry().aliases().stream()
                .filter(condition)
                .map(CuratedNamesTest::nameKey)
                .filter(name -> rule.isBroken(line, name))
                .forEach(name -> offenders
                        .computeIfAbsent(line.key(), key -> new TreeSet<>())
                        .add(name)));
        return offenders;
    }

    private static boolean explains(CuratedLine line, String searchKey) {
        return line.shared().keySet().stream()
                .anyMatch(alias -> SearchKey.of(alias).equals(searchKey));
    }

    private static Set<String> searchKeys(CuratedLine line) {
        return line.toEntry().aliases().stream()
                .map(alias -> SearchKey.of(alias.text()))
                .collect(Collectors.toSet());
    }

    private static Set<String> texts(CuratedLine line) {
        return line.toEntry().aliases().stream().map(AliasText::text).collect(Collectors.toSet());
    }

    /** Some initials are what an entity is best known by: G7. */
    private static boolean isInitials(String text) {
        return text.codePoints()
                .allMatch(letter -> Character.isUpperCase(letter) || Character.isDigit(letter) || letter == '.');
    }

    private static long letters(String nameKey) {
        return nameKey.substring(3)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .count();
    }

    private static String nameKey(AliasText alias) {
        return alias.language() + ' ' + SearchKey.of(alias.text());
    }

    private static Set<String> words(String resource) {
        return lines(resource)
                .map(line -> line.split("\t", 2))
                .map(parts -> parts[0] + ' ' + SearchKey.of(parts[1]))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Stream<String> lines(String resource) {
        return new String(CuratedFiles.bytes(resource), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
}
