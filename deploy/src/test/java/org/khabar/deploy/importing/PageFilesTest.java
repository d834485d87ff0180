package org.khabar.deploy.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFilesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void givenPages() throws Exception {
        Files.writeString(folder.resolve("b.txt"), "");
        Files.writeString(Files.createDirectories(folder.resolve("a")).resolve("خبر.txt"), "");
        Files.writeString(folder.resolve("README.md"), "");
    }

    @Test
    void savedPagesOfASiteArePages() throws Exception {
        Files.writeString(folder.resolve("c.html"), "");
        Files.writeString(folder.resolve("c.css"), "");

        assertThat(PageFiles.list(List.of(folder)))
                .containsExactly(folder.resolve("a/خبر.txt"), folder.resolve("b.txt"), folder.resolve("c.html"));
    }

    @Test
    void aFolderMeansThePagesBelowItInOrder() {
        assertThat(PageFiles.list(List.of(folder)))
                .containsExactly(folder.resolve("a/خبر.txt"), folder.resolve("b.txt"));
    }

    @Test
    void feedsAndListsAndJsonBelowAFolderAreTaken() throws Exception {
        for (String name : List.of("c.ndjson", "d.rss", "e.atom", "f.XML", "g.json", "h.csv")) {
            Files.writeString(folder.resolve(name), "");
        }
        assertThat(PageFiles.list(List.of(folder)))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("خبر.txt", "b.txt", "c.ndjson", "d.rss", "e.atom", "f.XML", "g.json");
    }

    @Test
    void aNamedFileIsTakenWhateverItsName() {
        assertThat(PageFiles.list(List.of(folder.resolve("README.md")))).containsExactly(folder.resolve("README.md"));
    }

    @Test
    void aMissingPathStaysSoThatItsFailureIsReported() {
        Path missing = folder.resolve("missing.txt");

        assertThat(PageFiles.list(List.of(missing, folder.resolve("b.txt"))))
                .containsExactly(missing, folder.resolve("b.txt"));
    }

    @Test
    void aFolderThatCannotBeReadStaysWhileTheRestIsFound() throws Exception {
        Path closed = Files.createDirectories(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(closed), "root reads everything");

        assertThat(PageFiles.list(List.of(folder)))
                .containsExactly(folder.resolve("a/خبر.txt"), folder.resolve("b.txt"), closed);
    }

    @Test
    void linksAreFollowedAndLoopsAreNot() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(elsewhere.resolve("loop"), elsewhere);
        Files.createSymbolicLink(elsewhere.resolve("linked"), folder.resolve("a"));
        Files.createSymbolicLink(elsewhere.resolve("dangling.txt"), folder.resolve("nowhere"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), elsewhere);

        assertThat(PageFiles.list(List.of(link)))
                .containsExactly(link.resolve("dangling.txt"), link.resolve("linked/خبر.txt"));
    }
}
