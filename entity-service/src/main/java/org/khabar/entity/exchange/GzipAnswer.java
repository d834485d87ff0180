package org.khabar.entity.exchange;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a client takes gzip. */
final class GzipAnswer {

    private GzipAnswer() {}

    /**
     * Reads {@code Accept-Encoding}: gzip by its name or by {@code *}, unless its weight is zero.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3">RFC 9110, 12.5.3</a>
     */
    static boolean isAccepted(@Nullable List<String> headers) {
        if (headers == null) {
            return false;
        }
        List<String> codings = headers.stream()
                .flatMap(header -> List.of(header.split(",")).stream())
                .map(coding -> coding.replace(" ", "").toLowerCase(Locale.ROOT))
                .toList();
        List<String> named = codings.stream().filter(GzipAnswer::isGzip).toList();
        return named.isEmpty()
                ? codings.stream().anyMatch(coding -> isCoding(coding, "*") && !isRefused(coding))
                : named.stream().noneMatch(GzipAnswer::isRefused);
    }

    private static boolean isGzip(String coding) {
        return isCoding(coding, "gzip") || isCoding(coding, "x-gzip");
    }

    private static boolean isCoding(String coding, String name) {
        return coding.equals(name) || coding.startsWith(name + ";");
    }

    private static boolean isRefused(String coding) {
        return coding.matches(".*;q=0(\\.0*)?");
    }
}
