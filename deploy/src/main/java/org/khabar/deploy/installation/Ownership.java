package org.khabar.deploy.installation;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.khabar.deploy.StackException;

/**
 * Whose the state is. What one user's stack has written is not another's to read or to change, not even root's: the files
 * that root would leave there would be in the user's way.
 */
final class Ownership {
    private static final String HINT = "; KHABAR_HOME can name a folder of your own";

    private final Path home;
    private final Stream<Path> state;

    /** @param state what the stack has put below the home, if it is there */
    Ownership(Path home, Stream<Path> state) {
        this.home = home;
        this.state = state;
    }

    /** @throws StackException if another user's stack has its state here, or it cannot be read */
    void require() {
        if (!Files.exists(home)) {
            return;
        }
        if (!Files.isDirectory(home)) {
            throw new StackException(home + " is no folder; Khabar keeps its state there" + HINT);
        }
        if (!Files.isReadable(home) || !Files.isExecutable(home)) {
            throw new StackException("cannot read " + home + ", which belongs to user " + owner(home) + HINT);
        }
        state.filter(folder -> Files.exists(folder) && !isOurs(folder))
                .findFirst()
                .ifPresent(folder -> {
                    throw new StackException(folder + " belongs to user " + owner(folder) + HINT);
                });
    }

    /** @throws StackException if nothing can be written to the home, or it cannot be made */
    void requireWritable() {
        Path there = nearestExisting(home);
        if (!Files.isWritable(there)) {
            throw new StackException("cannot write to " + there + ", which belongs to user " + owner(there) + HINT);
        }
    }

    private static Path nearestExisting(Path folder) {
        Path parent = folder.getParent();
        return Files.exists(folder) || parent == null ? folder : nearestExisting(parent);
    }

    private static boolean isOurs(Path folder) {
        try {
            return Files.getAttribute(folder, "unix:uid").equals((int) new UnixSystem().getUid());
        } catch (IOException e) {
            return false;
        }
    }

    private static String owner(Path folder) {
        try {
            return Files.getOwner(folder).getName();
        } catch (IOException e) {
            return "unknown";
        }
    }
}
