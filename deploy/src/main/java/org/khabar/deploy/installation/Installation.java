package org.khabar.deploy.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

    /** Where who runs the stack puts dumps of Wikidata to be imported; never made, and never purged. */
    public Path dumpsFolder() {
        return home.resolve("dumps");
    }

    /** Held by the command that starts or stops parts; since the first start it marks the home as Khabar's. */
    public Path lockFile() {
        return runFolder().resolve("lock");
    }

    /** All that the stack puts below {@link #home}; what marks the home as Khabar's comes last. */
    public List<Path> stateFolders() {
        return Stream.of("logs", "secrets", "data", "software", "run")
                .map(home::resolve)
                .toList();
    }

    /** Whether a stack was started here and not purged. */
    public boolean exists() {
        return Files.exists(lockFile());
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
     * @throws StackException if another user's stack has its state here, nothing can be written, or there are things here
     *     that a purge would take for Khabar's
     */
    public void create() {
        ownership().require();
        ownership().requireWritable();
        requireNothingElse();
        try {
            Files.createDirectories(runFolder());
            Files.write(lockFile(), new byte[0], StandardOpenOption.CREATE);
            Files.createDirectories(secretsFolder());
            Files.createDirectories(dataFolder());
        } catch (IOException e) {
            throw StackException.because("cannot create the state of Khabar", e);
        }
    }

    private void requireNothingElse() {
        for (String name : List.of("data", "logs", "software")) {
            if (!exists() && Files.exists(home.resolve(name))) {
                throw new StackException(
                        home.resolve(name) + " is not Khabar's; KHABAR_HOME must name a folder of its own");
            }
        }
    }

    private Ownership ownership() {
        return new Ownership(home, stateFolders().stream());
    }
}
