package org.khabar.gateway.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The media types of GraphQL over HTTP, section 4. */
final class MediaTypes {
    static final String GRAPHQL_RESPONSE = "application/graphql-response+json";
    static final String JSON = "application/json";
    /** An answer in parts, by the only version of their format that clients name. */
    static final String PARTS = "multipart/mixed";

    static final String PARTS_VERSION = "20220824";

    private MediaTypes() {}

    /** Whether a client takes an answer in parts, in the format that is written here. */
    static boolean takesParts(@Nullable String accept) {
        return accept != null
                && accept.contains("mixed")
                && Stream.of(accept.split(","))
                        .map(Range::parse)
                        .anyMatch(range -> range.quality > 0
                                && range.type.equals(PARTS)
                                && (range.version == null || range.version.equals(PARTS_VERSION)));
    }

    /** Which of the two a client would rather have; empty for neither. A client that says nothing gets JSON. */
    static Optional<String> negotiate(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return Optional.of(JSON);
        }
        List<Range> ranges = new ArrayList<>();
        for (String part : accept.split(",")) {
            Range range = Range.parse(part);
            if (range.quality > 0) {
                ranges.add(range);
            }
        }
        ranges.sort(Comparator.comparingDouble(Range::quality).reversed());
        return ranges.stream().flatMap(range -> range.offered().stream()).findFirst();
    }

    /** Whether a request's body is JSON in UTF-8. */
    static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        if (!parts[0].trim().equals(JSON)) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].replace(" ", "").replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return false;
            }
        }
        return true;
    }

    /** One of the media ranges; {@code version} is that of the format of parts, null where none is named. */
    private record Range(
            String type, double quality, @Nullable String version) {
        static Range parse(String text) {
            String[] parts = text.split(";", -1);
            double quality = 1;
            String version = null;
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].trim();
                quality = parameter.startsWith("q=") ? number(parameter.substring(2)) : quality;
                version = parameter.startsWith("deferSpec=")
                        ? parameter.substring(10).replace("\"", "")
                        : version;
            }
            return new Range(parts[0].trim().toLowerCase(Locale.ROOT), quality, version);
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException _) {
                return 0;
            }
        }

        Optional<String> offered() {
            return switch (type) {
                case GRAPHQL_RESPONSE -> Optional.of(GRAPHQL_RESPONSE);
                case JSON, "application/*", "*/*" -> Optional.of(JSON);
                default -> Optional.empty();
            };
        }
    }
}
