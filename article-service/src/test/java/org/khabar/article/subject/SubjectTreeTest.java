package org.khabar.article.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.khabar.article.outlet.LocalizedName;

class SubjectTreeTest {

    private final SubjectTree bundled = new SubjectTree(SubjectFiles.bundled());

    @Test
    void theSeventeenBroadestSubjectsComeWithTheService() {
        assertThat(bundled.listTop()).hasSize(17);
        assertThat(bundled.listTop())
                .extracting(Subject::code)
                .contains("medtop:01000000", "medtop:04000000", "medtop:11000000", "medtop:17000000");
    }

    @Test
    void everyBundledSubjectHasItsOwnNameInThreeLanguages() {
        List<Subject> subjects = SubjectFiles.bundled();
        assertThat(subjects)
                .allSatisfy(subject -> assertThat(subject.names())
                        .extracting(LocalizedName::language)
                        .containsExactly("en", "ar", "fr"));
        assertThat(subjects)
                .extracting(Subject::code)
                .doesNotHaveDuplicates()
                .allMatch(code -> SubjectCode.find(code).isPresent());
        Set<String> known = subjects.stream().map(Subject::code).collect(Collectors.toSet());
        assertThat(subjects)
                .flatExtracting((Function<Subject, List<String>>) Subject::broader)
                .allMatch(known::contains);
    }

    @Test
    void aSubjectHasAllBelowIt() {
        assertThat(bundled.withAllNarrower("medtop:11000000"))
                .contains("medtop:11000000", "medtop:20000574", "medtop:20000638")
                .doesNotContain("medtop:20000344");
    }

    /** Where they stand today, for the IPTC has moved them. */
    @Test
    void subjectsThatWereMovedAreFoundWhereTheyAre() {
        assertThat(bundled.withAllNarrower("medtop:06000000")).contains("medtop:20000500");
        assertThat(bundled.withAllNarrower("medtop:11000000")).contains("medtop:20001338");
        assertThat(bundled.withAllNarrower("medtop:05000000")).doesNotContain("medtop:20001338");
    }

    @Test
    void aCodeThatIsNotKnownStandsForItself() {
        assertThat(bundled.withAllNarrower("medtop:29999999")).containsExactly("medtop:29999999");
    }

    @Test
    void subjectsBelowThemselvesEndNoSearch() {
        SubjectTree circle = new SubjectTree(List.of(
                new Subject("medtop:00000001", List.of(), List.of("medtop:00000002")),
                new Subject("medtop:00000002", List.of(), List.of("medtop:00000001"))));
        assertThat(circle.withAllNarrower("medtop:00000001"))
                .containsExactlyInAnyOrder("medtop:00000001", "medtop:00000002");
    }

    @Test
    void theFileOfTheIptcIsRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mediatopic.json"), """
                {"uri": "http://cv.iptc.org/newscodes/mediatopic/", "conceptSet": [
                  {"qcode": "medtop:04000000", "uri": "http://cv.iptc.org/newscodes/mediatopic/04000000",
                   "prefLabel": {"en-GB": "economy, business and finance", "ar": "اقتصاد وأعمال ومال"}},
                  {"uri": "http://cv.iptc.org/newscodes/mediatopic/20000344", "prefLabel": {"fr": "économie"},
                   "broader": ["http://cv.iptc.org/newscodes/mediatopic/04000000"]},
                  {"uri": "http://example.com/no-topic"}
                ]}
                """);
        SubjectTree tree = new SubjectTree(SubjectFiles.iptc(file));

        assertThat(tree.size()).isEqualTo(2);
        assertThat(tree.withAllNarrower("medtop:04000000"))
                .containsExactlyInAnyOrder("medtop:04000000", "medtop:20000344");
        assertThat(LocalizedName.choose(tree.listTop().getFirst().names(), "en"))
                .isEqualTo(new LocalizedName("economy, business and finance", "en-GB"));
    }

    @Test
    void anotherFileStopsTheService(@TempDir Path folder) throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"conceptSet\": []}");
        Path garbled = Files.writeString(folder.resolve("garbled.json"), "<html>");

        assertThatThrownBy(() -> SubjectFiles.iptc(other)).hasMessageContaining("khabar.subjects.vocabulary");
        assertThatThrownBy(() -> SubjectFiles.iptc(garbled)).hasMessageContaining("khabar.subjects.vocabulary");
        assertThatThrownBy(() -> SubjectFiles.iptc(folder.resolve("missing.json")))
                .hasMessageContaining("khabar.subjects.vocabulary");
    }
}
