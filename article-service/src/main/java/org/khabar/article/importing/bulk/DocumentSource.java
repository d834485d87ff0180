package org.khabar.article.importing.bulk;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.khabar.article.failure.ErrorCode;
import org.khabar.article.failure.RequestFailure;

/** A body that is one document, such as a feed. */
final class DocumentSource implements ItemSource {

    private final InputStream body;
    private final String mediaType;
    private final @Nullable String charset;
    private final int maxBytes;
    private boolean read;

    DocumentSource(InputStream body, String mediaType, @Nullable String charset, int maxBytes) {
        this.body = body;
        this.mediaType = mediaType;
        this.charset = charset;
        this.maxBytes = maxBytes;
    }

    @Override
    public @Nullable RawItem next() throws IOException {
        if (read) {
            return null;
        }
        read = true;
        byte[] bytes = body.readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw new RequestFailure(
                    ErrorCode.LIMIT_EXCEEDED, 413, "The document has more than %d bytes.".formatted(maxBytes), null);
        }
        return new RawItem(1, null, mediaType, null, charset, bytes, null);
    }
}
