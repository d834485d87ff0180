package org.khabar.deploy.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.khabar.deploy.StackException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is asked: an operation and its variables. */
final class OperationOptions {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Option(names = "--variables", paramLabel = "JSON", description = "The variables, as a JSON object.")
    private String variables = "{}";

    @Parameters(paramLabel = "Q|FILE|-", description = "The operation, a file that holds it, or - for standard input.")
    private String operation = "";

    /** @throws StackException if they are no JSON object */
    ObjectNode variables() {
        try {
            JsonNode values = JSON.readTree(variables);
            if (values instanceof ObjectNode object) {
                return object;
            }
            throw new StackException("--variables is no JSON object: " + variables);
        } catch (JacksonException e) {
            throw new StackException("--variables is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** @throws StackException if there is none, or its file cannot be read */
    String operation(InputStream standardInput) {
        if (operation.equals("-")) {
            return required(read("standard input", standardInput), "standard input holds no operation");
        }
        required(operation, "no operation is given");
        Optional<Path> file = findFile();
        if (file.isPresent()) {
            return required(read(file.get()), operation + " holds no operation");
        }
        if (!operation.contains("{")) { // every operation has a selection
            throw new StackException("neither an operation nor a file: " + operation);
        }
        return operation;
    }

    private static String read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(file.toString(), stream);
        } catch (IOException e) {
            throw StackException.because("cannot read the operation", e);
        }
    }

    private static String read(String name, InputStream stream) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(stream.readAllBytes());
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new StackException("cannot read the operation: " + name + " is not UTF-8", e);
        } catch (IOException e) {
            throw StackException.because("cannot read the operation", e);
        }
    }

    private static String required(String text, String complaint) {
        if (text.isBlank()) {
            throw new StackException(complaint);
        }
        return text;
    }

    private Optional<Path> findFile() {
        try {
            return Optional.of(Path.of(operation)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
