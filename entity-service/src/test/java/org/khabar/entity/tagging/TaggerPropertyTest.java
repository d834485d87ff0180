package org.khabar.entity.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.text.TokenizedText;

/** The tagger finds what looking up every stretch of a text in a map finds. Few words, so that much overlaps. */
class TaggerPropertyTest {

    private static final int ENTITIES = 6;

    @Provide
    Arbitrary<List<AliasEntry>> names() {
        Arbitrary<String> texts = phrases(words(), 4);
        return Combinators.combine(
                        Arbitraries.integers().between(0, ENTITIES - 1),
                        Arbitraries.of(EntityType.PLACE, EntityType.PERSON),
                        Arbitraries.of(AliasType.class),
                        Arbitraries.of("ar", "en", "fr"),
                        texts,
                        Arbitraries.of("EG", "FR").injectNull(0.5),
                        Arbitraries.of(Set.<String>of(), Set.of("PS")))
                .as(TaggerPropertyTest::alias)
                .list()
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> particles = Arbitraries.of("", "", "", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فل", "ال");
        return phrases(Combinators.combine(particles, words()).as(String::concat), 25);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void findsWhatAMapFinds(
            @ForAll("names") List<AliasEntry> names,
            @ForAll("texts") String written,
            @ForAll("languages") String code) {
        TokenizedText text = TokenizedText.of(written);
        String language = known(code);

        assertThat(new Tagger(Dictionary.of(names)).tag(text, language))
                .isEqualTo(new MapTagger(names).tag(text, language));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void editsAreAsIfTheNamesHadAlwaysBeenThose(
            @ForAll("names") List<AliasEntry> before,
            @ForAll("names") List<AliasEntry> after,
            @ForAll("texts") String written) {
        Map<UUID, List<AliasEntry>> edits = new HashMap<>();
        edits.put(entity(ENTITIES - 1), List.of());
        after.stream()
                .filter(alias -> alias.entity().getLeastSignificantBits() < ENTITIES / 2)
                .forEach(alias -> edits.computeIfAbsent(alias.entity(), _ -> new ArrayList<>())
                        .add(alias));
        List<AliasEntry> names = new ArrayList<>(before);
        names.removeIf(alias -> edits.containsKey(alias.entity()));
        edits.values().forEach(names::addAll);
        TokenizedText text = TokenizedText.of(written);

        List<Occurrence> found = new Tagger(Dictionary.of(before).with(edits)).tag(text, null);

        assertThat(inAnyOrder(found)).isEqualTo(inAnyOrder(new MapTagger(names).tag(text, null)));
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("ar", "en", "fr", "none");
    }

    private static @Nullable String known(String code) {
        return code.equals("none") ? null : code;
    }

    private static Arbitrary<String> words() {
        return Arbitraries.of(
                "حماس",
                "قطاع",
                "غزة",
                "غزه",
                "لبنان",
                "الولايات",
                "المتحدة",
                "جو",
                "بايدن",
                "وهران",
                "هران",
                "قم",
                "أمريكي",
                "فاس",
                "فأس",
                "كوبا",
                "كوبًا",
                "La",
                "Réunion",
                "reunion",
                "WHO",
                "who",
                "U.S",
                "Orange",
                "12",
                "١٢",
                "اياي",
                "بثبث",
                "ايبث",
                "پاکستان",
                "\uD835\uDD38",
                "北京");
    }

    private static Arbitrary<String> phrases(Arbitrary<String> words, int most) {
        Arbitrary<String> separators = Arbitraries.of(" ", " ", " ", " ", "، ", "-", ". ", " ـ");
        return Combinators.combine(words, separators)
                .as(String::concat)
                .list()
                .ofMinSize(1)
                .ofMaxSize(most)
                .map(parts -> String.join("", parts));
    }

    private static AliasEntry alias(
            int entity,
            EntityType entityType,
            AliasType type,
            String language,
            String text,
            @Nullable String country,
            Set<String> support) {
        return new AliasEntry(entity(entity), entityType, type, language, text, country, support);
    }

    private static UUID entity(int number) {
        return new UUID(7, number);
    }

    private static List<List<Object>> inAnyOrder(List<Occurrence> occurrences) {
        return occurrences.stream()
                .map(occurrence -> List.<Object>of(
                        occurrence.start(),
                        occurrence.end(),
                        counts(occurrence.aliases()),
                        occurrence.otherwise() == null
                                ? Map.of()
                                : counts(occurrence.otherwise().aliases())))
                .toList();
    }

    private static Map<AliasEntry, Long> counts(List<AliasEntry> aliases) {
        return aliases.stream().collect(Collectors.groupingBy(alias -> alias, Collectors.counting()));
    }
}
