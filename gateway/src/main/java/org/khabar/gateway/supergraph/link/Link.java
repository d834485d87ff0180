package org.khabar.gateway.supergraph.link;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One {@code @link}.
 *
 * @param url the specification as written
 * @param identity the URL without its version
 * @param feature the specification's name, the last part of its identity
 * @param version such as {@code v2.9}; null when the URL has none
 * @param namespace what the elements that are not imported are prefixed with
 * @param imports local name by name in the specification; directives with their {@code @}
 * @param purpose {@code SECURITY} or {@code EXECUTION}; null when not given
 */
public record Link(
        String url,
        String identity,
        String feature,
        @Nullable String version,
        String namespace,
        Map<String, String> imports,
        @Nullable String purpose) {
    public Link {
        imports = Collections.unmodifiableMap(new LinkedHashMap<>(imports));
    }

    /** What the document calls a directive of this specification, without {@code @}. */
    public String localDirective(String specName) {
        String imported = imports.get("@" + specName);
        if (imported != null) {
            return imported.substring(1);
        }
        return specName.equals(feature) ? namespace : namespace + "__" + specName;
    }

    /** Whether a directive of the document, without {@code @}, belongs to this specification. */
    public boolean definesDirective(String localName) {
        return localName.equals(namespace)
                || localName.startsWith(namespace + "__")
                || imports.containsValue("@" + localName);
    }

    /** Whether a type of the document belongs to this specification. */
    public boolean definesType(String localName) {
        return localName.startsWith(namespace + "__") || imports.containsValue(localName);
    }

    /** Major and minor version; 0.0 when there is none. */
    public Version parsedVersion() {
        return version == null ? new Version(0, 0) : Version.parse(version);
    }

    /** A specification's version. */
    public record Version(int major, int minor) implements Comparable<Version> {
        static Version parse(String text) {
            String[] parts = text.substring(1).split("\\.", -1);
            return new Version(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        @Override
        public int compareTo(Version that) {
            return major != that.major ? Integer.compare(major, that.major) : Integer.compare(minor, that.minor);
        }

        @Override
        public String toString() {
            return "v" + major + "." + minor;
        }
    }
}
