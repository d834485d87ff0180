package org.khabar.article.article;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.khabar.article.text.Folding;

/** Hashes by which the database finds what is the same, spelling aside. */
final class ContentKey {

    private ContentKey() {}

    /** Equal for pages that say the same under the same headline. */
    static long of(String headline, List<TextBlock> blocks) {
        return hash(Stream.concat(Stream.of(headline), blocks.stream().map(TextBlock::text))
                .map(Folding::key)
                .collect(Collectors.joining("\n")));
    }

    /** The first 64 bits of SHA-256. */
    static long hash(String key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
