package org.khabar.deploy.stack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.khabar.deploy.StackException;
import org.khabar.deploy.installation.Installation;
import org.khabar.deploy.installation.Ports;

/** The ports of a started stack, so that every later command finds it where it is. */
public final class SavedPorts {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;

    public SavedPorts(Installation installation) {
        this.file = installation.runFolder().resolve("ports.json");
    }

    /** The ports of the stack that was started last and not stopped. */
    public Optional<Ports> find() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), Ports.class));
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StackException.because("cannot read " + file, e);
        }
    }

    void save(Ports ports) {
        try {
            Files.writeString(file, JSON.writeValueAsString(ports));
        } catch (IOException e) {
            throw StackException.because("cannot write " + file, e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw StackException.because("cannot delete " + file, e);
        }
    }
}
