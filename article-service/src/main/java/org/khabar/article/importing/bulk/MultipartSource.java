package org.khabar.article.importing.bulk;

import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.RequestFailure;
import org.khabar.article.importing.draft.UnreadablePage;
import org.khabar.article.importing.draft.UnreadablePage.Reason;

/**
 * A document in each part (RFC 2046, section 5.1), whatever the parts are called. {@code Content-Location} of a part is
 * where its document was published (RFC 2557).
 */
final class MultipartSource implements ItemSource {

    private static final int MAX_HEADERS = 8192;
    private static final int MAX_BOUNDARY = 70;
    private static final Set<String> PLAIN_ENCODINGS = Set.of("7bit", "8bit", "binary");

    private final DelimitedBytes bytes;
    private final GrowingBytes content;
    private final int maxBytes;
    private boolean begun;
    private long number;

    /** @throws RequestFailure when the boundary is none */
    MultipartSource(InputStream body, @Nullable String boundary, int maxBytes) {
        boolean usable = boundary != null
                && !boundary.isEmpty()
                && boundary.length() <= MAX_BOUNDARY
                && boundary.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        if (!usable) {
            throw RequestFailure.badInput(
                    "The content type states no boundary of 1 to %d ASCII characters.".formatted(MAX_BOUNDARY));
        }
        this.bytes = new DelimitedBytes(body, ("\n--" + boundary).getBytes(StandardCharsets.US_ASCII));
        this.content = new GrowingBytes(maxBytes);
        this.maxBytes = maxBytes;
    }

    @Override
    public @Nullable RawItem next() throws IOException {
        if (!begun) {
            begun = true;
            if (!bytes.skipToDelimiter()) {
                throw RequestFailure.badInput("The body does not have the boundary that the content type states.");
            }
        }
        if (bytes.isClosing()) {
            return null;
        }
        number++;
        Map<String, String> headers = headers();
        content.clear();
        if (!bytes.readToDelimiter(content)) {
            throw RequestFailure.badInput("The body ends inside of part %d.".formatted(number));
        }
        return item(headers);
    }

    private RawItem item(Map<String, String> headers) {
        if (content.isOver()) {
            return refused(Reason.TOO_LONG, "The part has more than %d bytes.".formatted(maxBytes));
        }
        String encoding =
                headers.getOrDefault("content-transfer-encoding", "binary").toLowerCase(Locale.ROOT);
        if (!PLAIN_ENCODINGS.contains(encoding)) {
            return refused(Reason.MALFORMED, "The part has a content transfer encoding; send its bytes as they are.");
        }
        MediaType type;
        try {
            type = MediaType.valueOf(headers.getOrDefault("content-type", MediaType.TEXT_PLAIN));
        } catch (IllegalArgumentException malformed) {
            return refused(Reason.MALFORMED, "The part's content type is none.");
        }
        int length = content.length();
        boolean carriageReturn = length > 0 && content.at(length - 1) == '\r';
        return new RawItem(
                number,
                null,
                (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT),
                headers.get("content-location"),
                type.getParameters().get("charset"),
                content.copy(carriageReturn ? length - 1 : length),
                null);
    }

    private RawItem refused(Reason reason, String message) {
        return RawItem.refusedPart(number, new UnreadablePage(reason, message, null));
    }

    /** The header fields of a part, by their names in lower case. */
    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new HashMap<>();
        int left = MAX_HEADERS;
        for (String line = bytes.readLine(left); !line.isEmpty(); line = bytes.readLine(left)) {
            left -= line.length();
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }
}
