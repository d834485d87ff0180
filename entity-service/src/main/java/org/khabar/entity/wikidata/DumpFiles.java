package org.khabar.entity.wikidata;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The files that may be imported: those of one directory, and nothing that only looks as if it were there. */
@ApplicationScoped
class DumpFiles {

    private static final int PROBED_BYTES = 1 << 16;

    private final WikidataConfig config;

    DumpFiles(WikidataConfig config) {
        this.config = config;
    }

    /** Whether this process has dumps at all. */
    boolean isConfigured() {
        return config.directory().isPresent();
    }

    /** The file of that name; empty when there is none in the directory itself. */
    Optional<Path> find(String name) {
        try {
            Path directory = config.directory().orElse(null);
            if (directory == null || name.isEmpty() || name.indexOf('\0') >= 0) {
                return Optional.empty();
            }
            Path root = directory.toRealPath();
            Path file = root.resolve(name);
            boolean isInside =
                    file.getParent() != null && file.normalize().equals(file) && root.equals(file.getParent());
            return isInside && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (IOException noDirectory) {
            return Optional.empty();
        }
    }

    /** What tells whether a file is still the same: its size, its beginning and its end. */
    static String fingerprint(Path path) throws IOException {
        MessageDigest digest = sha256();
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(PROBED_BYTES, file.length())];
            file.readFully(bytes);
            digest.update(bytes);
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            digest.update(bytes);
            return file.length() + ":" + HexFormat.of().formatHex(digest.digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
