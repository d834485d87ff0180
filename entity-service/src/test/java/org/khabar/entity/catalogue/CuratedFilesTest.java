package org.khabar.entity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.khabar.entity.tagging.AliasType;
import org.khabar.entity.text.SearchKey;

/** The rules of the curated files. Reading them checks their form. */
class CuratedFilesTest {

    private static final List<CuratedLine> LINES = CuratedFiles.read(TestCatalogue.CURATED_FILES);
    private static final Set<String> LANGUAGES = Set.of("ar", "en", "fr");
    private static final Set<String> COUNTRIES = Stream.concat(
                    Arrays.stream(ULocale.getISOCountries()), Stream.of("XK"))
            .collect(Collectors.toSet());

    @Test
    void speakOfKnownLanguagesAlone() {
        assertThat(offenders(line -> !LANGUAGES.containsAll(line.names().keySet())
                        || !LANGUAGES.containsAll(line.aliases().keySet())
                        || !LANGUAGES.containsAll(line.description().keySet())))
                .isEmpty();
    }

    @Test
    void describeEveryEntityInArabicEnglishAndFrench() {
        assertThat(offenders(line -> !line.description().keySet().equals(LANGUAGES)))
                .isEmpty();
    }

    @Test
    void nameKnownCountriesAlone() {
        assertThat(offenders(line -> line.country() != null && !COUNTRIES.contains(line.country())
                        || line.territory() != null && !COUNTRIES.contains(line.territory())))
                .isEmpty();
    }

    @Test
    void addToEachTerritoryAndEachZoneOnce() {
        assertThat(repeated(line -> line.territory())).isEmpty();
        assertThat(repeated(line -> line.zone() == null ? null : TimeZone.getCanonicalID(line.zone())))
                .isEmpty();
        assertThat(offenders(line -> line.zone() != null && TimeZone.getCanonicalID(line.zone()) == null))
                .isEmpty();
    }

    @Test
    void nameEveryEntityWithLettersOrDigits() {
        assertThat(offenders(line -> line.toEntry().aliases().stream()
                        .anyMatch(alias -> SearchKey.of(alias.text()).isEmpty())))
                .isEmpty();
    }

    @Test
    void writeArabicNamesInArabic() {
        assertThat(offenders(line -> line.toEntry().aliases().stream()
                        .anyMatch(alias -> alias.language().equals("ar") && !hasArabic(alias.text()))))
                .isEmpty();
    }

    @Test
    void callTheirOwnAliasesGenericAndKnownCountriesTheirSupport() {
        assertThat(offenders(line -> !line.toEntry().aliases().stream()
                        .map(AliasText::text)
                        .collect(Collectors.toSet())
                        .containsAll(line.generic())))
                .isEmpty();
        assertThat(offenders(line -> !COUNTRIES.containsAll(line.impliedBy()))).isEmpty();
    }

    @Test
    void repeatNoAliasOfAnEntity() {
        assertThat(offenders(CuratedFilesTest::repeatsAnAlias)).isEmpty();
    }

    @Test
    void shareNoNameWithoutAReason() {
        Map<String, Set<CuratedLine>> byName = new TreeMap<>();
        for (CuratedLine line : LINES) {
            line.toEntry().aliases().stream()
                    .filter(alias -> alias.type() != AliasType.SHORT)
                    .forEach(alias -> byName.computeIfAbsent(
                                    alias.language() + ' ' + SearchKey.of(alias.text()), key -> new LinkedHashSet<>())
                            .add(line));
        }
        Map<String, List<String>> unexplained = new TreeMap<>();
        byName.forEach((name, sharing) -> {
            boolean explained = sharing.stream().allMatch(line -> explains(line, name.substring(3)));
            if (sharing.size() > 1 && !explained) {
                unexplained.put(name, sharing.stream().map(CuratedLine::key).toList());
            }
        });
        assertThat(unexplained).isEmpty();
    }

    @Test
    void haveWikidataIdsOfTheRightFormOnce() {
        assertThat(offenders(line ->
                        !Set.of("wikidata").containsAll(line.externalIds().keySet())))
                .isEmpty();
        assertThat(offenders(line -> line.externalIds().values().stream().anyMatch(id -> !id.matches("Q[1-9][0-9]*"))))
                .isEmpty();
        assertThat(repeated(line -> line.externalIds().get("wikidata"))).isEmpty();
    }

    @Test
    void aLineOfAnotherFormIsRefusedWithItsPlace() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CuratedFiles.read(List.of("catalogue-broken/no-arabic-name.jsonl")))
                .withMessageContaining("no-arabic-name.jsonl:2")
                .withMessageContaining("has no name in ar or in en");
        assertThatIllegalStateException()
                .isThrownBy(() -> CuratedFiles.read(List.of("catalogue-broken/unknown-field.jsonl")))
                .withMessageContaining("unknown-field.jsonl:1");
        assertThatIllegalStateException()
                .isThrownBy(() -> CuratedFiles.read(List.of("catalogue-broken/key-twice.jsonl")))
                .withMessageContaining("key-twice.jsonl:2")
                .withMessageContaining("stands twice");
    }

    private static boolean repeatsAnAlias(CuratedLine line) {
        Set<String> seen = new TreeSet<>();
        line.names().forEach((language, name) -> seen.add(language + AliasType.NAME + name));
        return line.aliases().entrySet().stream()
                .anyMatch(language -> language.getValue().entrySet().stream()
                        .anyMatch(type -> type.getValue().stream()
                                .anyMatch(text -> !seen.add(language.getKey() + type.getKey() + text))));
    }

    private static boolean explains(CuratedLine line, String searchKey) {
        return line.shared().keySet().stream()
                .anyMatch(alias -> SearchKey.of(alias).equals(searchKey));
    }

    private static boolean hasArabic(String text) {
        return text.codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC);
    }

    private static List<String> offenders(Predicate<CuratedLine> condition) {
        return LINES.stream().filter(condition).map(CuratedLine::key).toList();
    }

    private static Map<String, Long> repeated(Function<CuratedLine, @Nullable String> value) {
        Map<String, Long> counts = new HashMap<>();
        LINES.stream().map(value).filter(text -> text != null).forEach(text -> counts.merge(text, 1L, Long::sum));
        counts.values().removeIf(count -> count < 2);
        return counts;
    }
}
