package org.khabar.deploy.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.CompressorException;
import org.apache.commons.compress.compressors.CompressorStreamFactory;

/** A compressed tar file. */
public final class TarArchive {
    private static final int OWNER_MAY_EXECUTE = 0100;
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final String OUTSIDE = " points outside the archive";

    private TarArchive() {}

    /**
     * Unpacks the archive; recognises gzip and xz.
     *
     * @param archive read to its end and left open
     * @param target the folder that takes the entries
     * @param leadingFolders how many leading folders of each path are dropped
     * @throws IOException if it cannot be read or written, or has an entry that points outside
     */
    public static void unpack(InputStream archive, Path target, int leadingFolders) throws IOException {
        Files.createDirectories(target);
        try {
            InputStream plain =
                    new CompressorStreamFactory().createCompressorInputStream(new BufferedInputStream(archive));
            TarArchiveInputStream tar = new TarArchiveInputStream(plain);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target.toAbsolutePath().normalize(), leadingFolders);
            }
        } catch (CompressorException e) {
            throw new IOException("not an archive: " + e.getMessage(), e);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path target, int leadingFolders)
            throws IOException {
        Path path = Path.of(entry.getName()).normalize();
        if (path.getNameCount() <= leadingFolders || path.toString().isEmpty()) {
            return;
        }
        Path file = within(target, target.resolve(path.subpath(leadingFolders, path.getNameCount())));
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            within(target, file.resolveSibling(entry.getLinkName()));
            Files.deleteIfExists(file);
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            Files.setPosixFilePermissions(file, EXECUTABLE);
        }
    }

    private static Path within(Path target, Path file) throws IOException {
        Path normal = file.normalize();
        if (!normal.startsWith(target)) {
            throw new IOException(file + OUTSIDE);
        }
        return normal;
    }
}
