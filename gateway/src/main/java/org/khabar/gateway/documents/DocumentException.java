package org.khabar.gateway.documents;

/** A document that is not known, or that may not run. */
public final class DocumentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    private DocumentException(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The client is to send the text as well. Clients know this case by message and code. */
    static DocumentException notFound() {
        return new DocumentException("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");
    }

    /** Nothing is kept for clients here. */
    static DocumentException notSupported() {
        return new DocumentException("PERSISTED_QUERY_NOT_SUPPORTED", "PersistedQueryNotSupported");
    }

    static DocumentException otherHash() {
        return new DocumentException("BAD_USER_INPUT", "sha256Hash is not the SHA-256 of query");
    }

    static DocumentException untrusted() {
        return new DocumentException("QUERY_NOT_IN_SAFELIST", "Only documents that the operator trusts are run here");
    }

    static DocumentException unknown(String id) {
        return new DocumentException(
                "QUERY_NOT_IN_SAFELIST", "No trusted document has the id \"" + shortened(id) + "\"");
    }

    private static String shortened(String id) {
        return id.length() <= 100 ? id : id.substring(0, 100) + "…";
    }

    /** For {@code extensions.code}. */
    public String code() {
        return code;
    }
}
