package org.khabar.deploy.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.khabar.deploy.installation.Installation;

/** Runs commands as a shell does, with services that are pretended, and keeps what they print. */
final class CommandRunner implements AutoCloseable {
    private final Path folder;
    private final FakeServices services = new FakeServices();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private byte[] input = {};

    /** @param folder where the repository pretends to be */
    CommandRunner(Path folder) {
        this.folder = folder;
    }

    FakeServices services() {
        return services;
    }

    void type(String text) {
        type(text.getBytes(StandardCharsets.UTF_8));
    }

    void type(byte[] bytes) {
        input = bytes;
    }

    int run(String... arguments) {
        var surroundings = new Surroundings(
                Installation.of(folder, Map.of()),
                services.environment(),
                new ByteArrayInputStream(input),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        return Khabar.run(surroundings, arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    void forget() {
        out.reset();
        err.reset();
    }

    @Override
    public void close() {
        services.close();
    }
}
