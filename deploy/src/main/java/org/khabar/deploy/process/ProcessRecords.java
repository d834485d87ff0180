package org.khabar.deploy.process;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.khabar.deploy.StackException;

/** The records of started processes, one file each. A file is replaced at once, never half-written. */
public final class ProcessRecords {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Path folder;

    /** @param folder where the files are; must exist */
    public ProcessRecords(Path folder) {
        this.folder = folder;
    }

    /** The record of that name; empty when there is none or when it cannot be read. */
    public Optional<ProcessRecord> find(String name) {
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), ProcessRecord.class));
        } catch (JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw StackException.because("cannot read " + file, e);
        }
    }

    public void save(String name, ProcessRecord record) {
        Path file = file(name);
        try {
            Path unfinished = Files.createTempFile(folder, name, ".new");
            try {
                Files.writeString(unfinished, JSON.writeValueAsString(record));
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw StackException.because("cannot write " + file, e);
        }
    }

    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw StackException.because("cannot delete " + file(name), e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".json");
    }
}
