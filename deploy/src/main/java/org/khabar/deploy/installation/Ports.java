package org.khabar.deploy.installation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The TCP port of each part; all on 127.0.0.1, all different. */
public final class Ports {
    private static final int HIGHEST = 65_535;

    private final Map<Part, Integer> ports;

    /**
     * @param ports a port for some of the parts; the others take their defaults
     * @throws IllegalArgumentException if a port is out of range or two parts share one; the message names them
     */
    @JsonCreator
    public Ports(Map<Part, Integer> ports) {
        this.ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            this.ports.put(part, ports.getOrDefault(part, part.defaultPort()));
        }
        requireValid();
    }

    public static Ports defaults() {
        return new Ports(Map.of());
    }

    public int of(Part part) {
        return ports.getOrDefault(part, part.defaultPort());
    }

    /** The part's address on this machine, without a trailing slash. */
    public String url(Part part) {
        return "http://localhost:" + of(part);
    }

    @JsonValue
    Map<Part, Integer> asMap() {
        return ports;
    }

    private void requireValid() {
        Map<Integer, Part> owners = new HashMap<>();
        for (Part part : Part.values()) {
            int port = of(part);
            if (port < 1 || port > HIGHEST) {
                throw new IllegalArgumentException(
                        part.title() + ": port " + port + " is not between 1 and " + HIGHEST);
            }
            Part other = owners.put(port, part);
            if (other != null) {
                throw new IllegalArgumentException(
                        other.title() + " and " + part.title() + " cannot share port " + port);
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ports that && ports.equals(that.ports);
    }

    @Override
    public int hashCode() {
        return ports.hashCode();
    }

    @Override
    public String toString() {
        return ports.toString();
    }
}
