package org.khabar.gateway.execute;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The extensions of an error that a subgraph reported: its own, with a code in our form and the service's name. */
final class ErrorExtensions {
    private ErrorExtensions() {}

    static Map<String, @Nullable Object> of(@Nullable Object reported, String subgraph) {
        Map<String, @Nullable Object> extensions = new LinkedHashMap<>();
        extensions.put("code", "INTERNAL");
        if (reported instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (!isInternal(String.valueOf(key))) {
                    extensions.put(String.valueOf(key), value);
                }
            });
        }
        extensions.put("code", code(extensions.get("code")));
        extensions.put("service", subgraph);
        return extensions;
    }

    /** What servers add for their own developers. */
    private static boolean isInternal(String key) {
        return switch (key) {
            case "exception", "stacktrace", "stackTrace", "classification", "class" -> true;
            default -> false;
        };
    }

    /** Codes are upper case with underscores here, whatever the service's framework makes of them. */
    private static String code(@Nullable Object code) {
        return code instanceof String text && !text.isBlank()
                ? text.replace('-', '_').toUpperCase(Locale.ROOT)
                : "INTERNAL";
    }
}
