package org.khabar.gateway.documents;

import org.jspecify.annotations.Nullable;

/**
 * How a client says which document it means.
 *
 * @param text the document itself; null when only its id is sent
 * @param id what it is called; null when only the text is sent
 * @param isHash whether the id was sent as the SHA-256 of the text (persisted queries)
 */
public record DocumentReference(
        @Nullable String text, @Nullable String id, boolean isHash) {
    public DocumentReference {
        if (text == null && id == null) {
            throw new IllegalArgumentException("Neither a document nor its id");
        }
    }

    /** A document that is sent as it is. */
    public static DocumentReference of(String text) {
        return new DocumentReference(text, null, false);
    }
}
