package org.khabar.deploy.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarArchiveTest {
    private static final int PROGRAM = 0100755;
    private static final int TEXT = 0100644;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void filesKeepTheirContentModeAndLinks() throws IOException {
        try (TarArchiveOutputStream tar = tar()) {
            file(tar, "server-1.0/bin/run", PROGRAM, "#!/bin/sh");
            file(tar, "server-1.0/README", TEXT, "اقرأ");
            link(tar, "server-1.0/bin/start", "run");
        }
        unpack(1);

        assertThat(folder.resolve("bin/run")).isExecutable().hasContent("#!/bin/sh");
        assertThat(folder.resolve("README")).hasContent("اقرأ");
        assertThat(Files.isExecutable(folder.resolve("README"))).isFalse();
        assertThat(Files.readSymbolicLink(folder.resolve("bin/start"))).isEqualTo(Path.of("run"));
    }

    @Test
    void aFileOutsideIsRefused() throws IOException {
        try (TarArchiveOutputStream tar = tar()) {
            file(tar, "a/../../../outside", TEXT, "");
        }

        assertThatThrownBy(() -> unpack(0)).isInstanceOf(IOException.class).hasMessageContaining("outside");
        assertThat(folder.resolve("../../outside")).doesNotExist();
    }

    @Test
    void aLinkToTheOutsideIsRefused() throws IOException {
        try (TarArchiveOutputStream tar = tar()) {
            link(tar, "passwords", "/etc/passwd");
        }

        assertThatThrownBy(() -> unpack(0)).isInstanceOf(IOException.class).hasMessageContaining("outside");
    }

    @Test
    void somethingElseIsNoArchive() {
        assertThatThrownBy(() -> TarArchive.unpack(new ByteArrayInputStream(new byte[100]), folder, 0))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aFolderIsCopiedAndDeletedWhole() throws IOException {
        Path from = Files.createDirectories(folder.resolve("from"));
        Files.writeString(Files.createDirectories(from.resolve("deep/er")).resolve("file"), "text");
        Files.createSymbolicLink(from.resolve("link"), folder);

        Folders.copy(from.resolve("deep"), folder.resolve("to"));
        Folders.delete(from);

        assertThat(folder.resolve("to/er/file")).hasContent("text");
        assertThat(from).doesNotExist();
        assertThat(folder).exists();
    }

    private TarArchiveOutputStream tar() throws IOException {
        return new TarArchiveOutputStream(new GZIPOutputStream(bytes));
    }

    private void unpack(int leadingFolders) throws IOException {
        TarArchive.unpack(new ByteArrayInputStream(bytes.toByteArray()), folder, leadingFolders);
    }

    private static void file(TarArchiveOutputStream tar, String name, int mode, String content) throws IOException {
        byte[] text = content.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setSize(text.length);
        tar.putArchiveEntry(entry);
        tar.write(text);
        tar.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream tar, String name, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }
}
