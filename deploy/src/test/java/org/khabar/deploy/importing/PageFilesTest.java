package org.khabar.deploy.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
    void aFolderMeansThePagesBelowItInOrder() {
        assertThat(PageFiles.list(List.of(folder)))
                .containsExactly(folder.resolve("a/خبر.txt"), folder.resolve("b.txt"));
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
}
