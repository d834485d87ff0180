package org.khabar.deploy.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.khabar.deploy.StackException;

/** The generated passwords, each in a file that its owner alone can read. */
public final class Secrets {
    private static final int BYTES = 24;

    private final Path folder;

    public Secrets(Installation installation) {
        this.folder = installation.secretsFolder();
    }

    /** The password: letters, digits, {@code -} and {@code _}; made at the first call and the same ever after. */
    public String get(Secret secret) {
        Path file = file(secret);
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw StackException.because("cannot read or create a password", e);
        }
    }

    /** Where the password is kept. */
    public Path file(Secret secret) {
        return folder.resolve(secret.fileName());
    }

    private void create(Path file) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path unfinished = Files.createTempFile(folder, "new", "", ownerOnly);
        Files.writeString(unfinished, password + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
