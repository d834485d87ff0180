package org.khabar.article.syndication;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether a client's copy is still good.
 *
 * @param tag the entity tag, with its quotes
 * @param modified when what it shows can have changed last; null when that is not known
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-13">RFC 9110, 13 Conditional Requests</a>
 */
record Validators(String tag, @Nullable Instant modified) {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
    private static final int TAG_BYTES = 16;

    /** A tag of everything that an answer is made of. */
    static Validators of(List<?> contents, @Nullable Instant modified) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach(part -> digest.update((part + "\n").getBytes(StandardCharsets.UTF_8)));
            String hash = HexFormat.of().formatHex(digest.digest(), 0, TAG_BYTES);
            return new Validators(
                    "\"" + hash + "\"", modified == null ? null : modified.truncatedTo(ChronoUnit.SECONDS));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the client has what it would be sent. A tag that it names counts before a date. */
    boolean isHeldBy(HttpHeaders request) {
        List<String> tags = request.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
        if (tags != null && !tags.isEmpty()) {
            return tags.stream()
                    .flatMap(header -> List.of(header.split(",")).stream())
                    .map(String::strip)
                    .map(given -> given.startsWith("W/") ? given.substring(2) : given)
                    .anyMatch(given -> given.equals("*") || given.equals(tag));
        }
        String since = request.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE);
        return since != null && modified != null && isAtOrAfterModified(since, modified);
    }

    /** An answer with these validators, to be kept for a time by the client alone unless it is public. */
    Response.ResponseBuilder on(Response.ResponseBuilder answer, Duration maxAge, boolean isPublic) {
        answer.header(HttpHeaders.ETAG, tag)
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        (isPublic ? "public" : "private") + ", max-age=" + maxAge.toSeconds())
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        return modified == null
                ? answer
                : answer.header(
                        HttpHeaders.LAST_MODIFIED, HTTP_DATE.format(ZonedDateTime.ofInstant(modified, ZoneOffset.UTC)));
    }

    private static boolean isAtOrAfterModified(String since, Instant modified) {
        try {
            Instant held = ZonedDateTime.of(LocalDateTime.parse(since.strip(), HTTP_DATE), ZoneOffset.UTC)
                    .toInstant();
            return !held.isBefore(modified);
        } catch (DateTimeException noDate) {
            return false;
        }
    }
}
