package org.khabar.deploy.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A process to start.
 *
 * @param command the program and its arguments
 * @param environment variables set on top of the inherited ones
 * @param directory where it runs
 */
public record ProcessSpec(List<String> command, Map<String, String> environment, Path directory) {
    public ProcessSpec {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a process needs a command");
        }
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
