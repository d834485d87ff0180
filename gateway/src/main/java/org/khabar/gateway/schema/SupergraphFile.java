package org.khabar.gateway.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.khabar.gateway.supergraph.Supergraph;

/** A supergraph that was composed elsewhere, in a file. */
final class SupergraphFile implements SchemaSource {
    private final Path file;

    SupergraphFile(Path file) {
        this.file = file;
    }

    @Override
    public Supergraph load() throws SchemaUnavailableException {
        try {
            return SupergraphText.read("supergraph file " + file, Files.readString(file));
        } catch (IOException e) {
            throw new SchemaUnavailableException(
                    Refusal.unavailable("supergraph file " + file + " cannot be read: " + e));
        }
    }
}
