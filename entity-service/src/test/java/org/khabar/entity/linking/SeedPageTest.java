package org.khabar.entity.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real page of an outlet, which lies beside the repository where the project is developed. */
class SeedPageTest {

    private static final Path PAGE = Path.of("../../shared/data/seed/000_02140c6bd9e114c8.txt");

    private static List<LinkedText.Found> found = List.of();

    @BeforeAll
    static void linkPage() throws IOException {
        assumeTrue(Files.exists(PAGE), "there is no page at " + PAGE.toAbsolutePath());
        List<String> lines = Files.readAllLines(PAGE);
        List<String> content = lines.stream()
                .takeWhile(line -> !line.startsWith("آخر"))
                .filter(line -> !line.isBlank())
                .map(String::strip)
                .toList();
        found = LinkedText.link("ar", content);
    }

    @Test
    void namesThoseAndOnlyThoseThatThePageIsAbout() {
        assertThat(found)
                .extracting(LinkedText.Found::name)
                .containsOnly(
                        "Donald Trump",
                        "Adam Boehler",
                        "Steve Witkoff",
                        "Hamas",
                        "United States",
                        "Washington, D.C.",
                        "Israel",
                        "Gaza Strip",
                        "Doha",
                        "Egypt",
                        "Qatar",
                        "Axios",
                        "Palestine",
                        "Howiyapress");
    }

    @Test
    void linksEachSurfaceToItsEntity() {
        assertThat(surfacesOf("Hamas")).containsExactlyInAnyOrder("حركة المقاومة الإسلامية", "حماس");
        assertThat(surfacesOf("Steve Witkoff")).containsExactlyInAnyOrder("ستيف ويتكوف", "ويتكوف");
        assertThat(surfacesOf("United States")).containsExactlyInAnyOrder("أمريكا", "الولايات المتحدة");
        assertThat(surfacesOf("Donald Trump")).containsExactly("دونالد ترامب");
        assertThat(surfacesOf("Adam Boehler")).containsExactly("آدم بيلر");
        assertThat(surfacesOf("Washington, D.C.")).containsExactly("واشنطن");
        assertThat(surfacesOf("Axios")).containsExactly("أكسيوس");
        assertThat(surfacesOf("Gaza Strip")).containsExactlyInAnyOrder("قطاع غزة", "غزة");
        assertThat(surfacesOf("Palestine")).containsExactly("الأراضي الفلسطينية");
    }

    @Test
    void namesIsraelByEpithetsAlone() {
        assertThat(found)
                .filteredOn(link -> link.name().equals("Israel"))
                .allSatisfy(link -> assertThat(link.type()).isEqualTo("EPITHET"));
        assertThat(surfacesOf("Israel"))
                .containsExactlyInAnyOrder(
                        "الاحتلال الصهيوني", "الاحتلال", "الكيان الغاصب", "الاحتلال الصهيوني الغاشم");
    }

    @Test
    void findsEveryMentionOnce() {
        assertThat(count("Hamas")).isEqualTo(8);
        assertThat(count("Israel")).isEqualTo(5);
        assertThat(count("Gaza Strip")).isEqualTo(3);
        assertThat(count("Doha")).isEqualTo(2);
    }

    private static long count(String name) {
        return found.stream().filter(link -> link.name().equals(name)).count();
    }

    private static Set<String> surfacesOf(String name) {
        return found.stream()
                .filter(link -> link.name().equals(name))
                .map(LinkedText.Found::surface)
                .collect(Collectors.toSet());
    }
}
