package org.khabar.deploy.cli;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Ports;
import picocli.CommandLine.Option;

/** The options that move parts to other ports. An option beats its environment variable, that beats the default. */
final class PortOptions {
    static final String OFFSET_VARIABLE = "KHABAR_PORT_OFFSET";

    @Option(names = "--gateway-port", paramLabel = "PORT", description = "Default 8080, or $KHABAR_PORT_GATEWAY.")
    private @Nullable Integer gateway;

    @Option(names = "--articles-port", paramLabel = "PORT", description = "Default 8081, or $KHABAR_PORT_ARTICLES.")
    private @Nullable Integer articles;

    @Option(names = "--entities-port", paramLabel = "PORT", description = "Default 8082, or $KHABAR_PORT_ENTITIES.")
    private @Nullable Integer entities;

    @Option(names = "--keycloak-port", paramLabel = "PORT", description = "Default 8180, or $KHABAR_PORT_KEYCLOAK.")
    private @Nullable Integer keycloak;

    @Option(names = "--postgres-port", paramLabel = "PORT", description = "Default 8432, or $KHABAR_PORT_POSTGRES.")
    private @Nullable Integer postgres;

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Added to every default port. Default 0, or $KHABAR_PORT_OFFSET.")
    private @Nullable Integer offset;

    static PortOptions none() {
        return new PortOptions();
    }

    /**
     * What was chosen.
     *
     * @param ports a port for each part
     * @param explicit whether anything was chosen at all, rather than left to the defaults
     */
    record Choice(Ports ports, boolean explicit) {}

    /** @throws IllegalArgumentException if a port is no number, is out of range, or is given to two parts */
    Choice choose(Map<String, String> environment) {
        int added = Optional.ofNullable(offset)
                .or(() -> variable(environment, OFFSET_VARIABLE))
                .orElse(0);
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        boolean explicit = added != 0;
        for (Part part : Part.values()) {
            Optional<Integer> chosen =
                    Optional.ofNullable(option(part)).or(() -> variable(environment, part.portVariable()));
            explicit |= chosen.isPresent();
            ports.put(part, chosen.orElse(part.defaultPort() + added));
        }
        return new Choice(new Ports(ports), explicit);
    }

    private @Nullable Integer option(Part part) {
        return switch (part) {
            case GATEWAY -> gateway;
            case ARTICLES -> articles;
            case ENTITIES -> entities;
            case KEYCLOAK -> keycloak;
            case POSTGRES -> postgres;
        };
    }

    private static Optional<Integer> variable(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        if (value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(value.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is no number: " + value, e);
        }
    }
}
