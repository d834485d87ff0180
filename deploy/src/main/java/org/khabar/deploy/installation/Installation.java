package org.khabar.deploy.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.khabar.deploy.StackException;

/**
 * The folders of one installation.
 *
 * @param root the repository, with the built services
 * @param home what the stack keeps: data, secrets, logs; {@code .khabar} in the repository unless {@code KHABAR_HOME}
 *     names another
 * @param software unpacked PostgreSQL and Keycloak, and the copies of the services that run; holds no state
 */
public record Installation(Path root, Path home, Path software) {
    public Installation {
        root = root.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
        software = software.toAbsolutePath().normalize();
    }

    /** The installation of a repository, as the environment has it. */
    public static Installation of(Path root, Map<String, String> environment) {
        String home = environment.getOrDefault("KHABAR_HOME", "");
        Path folder = home.isBlank() ? root.resolve(".khabar") : Path.of(home);
        return new Installation(root, folder, folder.resolve("software"));
    }

    public Path logFile(Part part) {
        return home.resolve("logs").resolve(part.id() + ".log");
    }

    /** Where the records of running processes are. */
    public Path runFolder() {
        return home.resolve("run");
    }

    /** Where generated passwords are. */
    public Path secretsFolder() {
        return home.resolve("secrets");
    }

    /** Where databases are. */
    public Path dataFolder() {
        return home.resolve("data");
    }

    /** All that the stack puts below {@link #home}. */
    public List<Path> stateFolders() {
        return Stream.of("run", "logs", "secrets", "data", "software")
                .map(home::resolve)
                .toList();
    }

    public boolean exists() {
        return Files.isDirectory(home);
    }

    /**
     * Makes sure that what is here may be looked at.
     *
     * @throws StackException if another user's stack has its state here
     */
    public void requireOwn() {
        ownership().require();
    }

    /**
     * Makes the folders that a start needs.
     *
     * @throws StackException if another user's stack has its state here, or nothing can be written
     */
    public void create() {
        ownership().require();
        ownership().requireWritable();
        try {
            for (Path folder : List.of(runFolder(), secretsFolder(), dataFolder())) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw StackException.because("cannot create the state of Khabar", e);
        }
    }

    private Ownership ownership() {
        return new Ownership(home, stateFolders().stream());
    }
}
