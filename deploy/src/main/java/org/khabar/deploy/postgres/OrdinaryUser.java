package org.khabar.deploy.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.khabar.deploy.StackException;
import org.khabar.deploy.process.ProgramPath;

/**
 * How to run PostgreSQL, which refuses to be root. An ordinary user just runs it. For root there are two ways, and which
 * one is allowed depends on the machine:
 *
 * <ul>
 *   <li>a user namespace, in which root is nobody in particular; containers often forbid to make one;
 *   <li>the user "nobody", given the right to reach the files wherever root has put them; needs what a container's root
 *       has by default.
 * </ul>
 *
 * @param prefix what stands before the command
 * @param owner the numeric user that must own the data; -1 for whoever has it
 */
record OrdinaryUser(List<String> prefix, int owner) {
    private static final int NOBODY = 65_534;
    private static final long SECONDS = 10;
    private static final List<String> USER_NAMESPACE = List.of("unshare", "-U");
    private static final List<String> AS_NOBODY = List.of(
            "setpriv",
            "--reuid=" + NOBODY,
            "--regid=" + NOBODY,
            "--clear-groups",
            "--securebits=+no_setuid_fixup",
            "--inh-caps=+dac_override",
            "--ambient-caps=+dac_override");

    OrdinaryUser {
        prefix = List.copyOf(prefix);
    }

    /**
     * The way that works for whoever runs this.
     *
     * @throws StackException if this is root and neither way is allowed
     */
    static OrdinaryUser find() {
        if (new UnixSystem().getUid() != 0) {
            return new OrdinaryUser(List.of(), -1);
        }
        return Stream.of(new OrdinaryUser(USER_NAMESPACE, 0), new OrdinaryUser(AS_NOBODY, NOBODY))
                .filter(OrdinaryUser::works)
                .findFirst()
                .orElseThrow(
                        () -> new StackException(
                                "PostgreSQL refuses to run as root, and here root may neither make a"
                                        + " user namespace (unshare -U) nor become nobody (setpriv); run ./khabar as an ordinary user"));
    }

    /** Gives the data to the user that will use it, if another has it. */
    void own(Path data) throws IOException {
        if (owner < 0 || Files.getAttribute(data, "unix:uid").equals(owner)) {
            return;
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", owner);
                Files.setAttribute(file, "unix:gid", owner);
            }
        }
    }

    private boolean works() {
        if (ProgramPath.find(prefix.getFirst()).isEmpty()) {
            return false;
        }
        List<String> test = Stream.concat(prefix.stream(), Stream.of("true")).toList();
        try {
            Process process = new ProcessBuilder(test)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
