package org.khabar.gateway.http;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.digest.Sha256;

/** The entity tag of an answer (RFC 9110, section 8.8.3), weak because answers may be compressed on their way. */
final class EntityTag {
    private static final int BYTES = 16;

    private EntityTag() {}

    /** The tag of an answer in a media type. */
    static String of(String mediaType, List<ByteBuffer> parts) {
        MessageDigest digest = Sha256.start();
        digest.update((byte) mediaType.length());
        parts.forEach(part -> digest.update(part.duplicate()));
        byte[] start = Arrays.copyOf(digest.digest(), BYTES);
        return "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + '"';
    }

    /** Whether {@code If-None-Match} names the tag (section 13.1.2). */
    static boolean isIn(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        String opaque = tag.substring(2);
        for (String candidate : ifNoneMatch.split(",")) {
            String known = candidate.trim();
            if (known.equals("*") || known.equals(tag) || known.equals(opaque)) {
                return true;
            }
        }
        return false;
    }
}
