package org.khabar.gateway.schema;

import graphql.GraphQLException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphSdlReader;

/** A supergraph that was composed elsewhere. */
final class SupergraphFile implements SchemaSource {
    private final Path file;

    SupergraphFile(Path file) {
        this.file = file;
    }

    @Override
    public Supergraph load() throws SchemaUnavailableException {
        try {
            return SupergraphSdlReader.read(Files.readString(file));
        } catch (IOException e) {
            throw new SchemaUnavailableException(List.of("supergraph file " + file + " cannot be read: " + e));
        } catch (GraphQLException | IllegalArgumentException e) {
            throw new SchemaUnavailableException(List.of("supergraph file " + file + ": " + e.getMessage()));
        }
    }
}
