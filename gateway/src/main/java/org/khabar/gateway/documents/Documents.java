package org.khabar.gateway.documents;

import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.digest.Sha256;

/** Finds documents by what clients call them, and says whether they may run. */
@Singleton
public final class Documents {
    private final DocumentsConfig config;
    private final Manifest trusted;
    private final AutomaticDocuments kept;

    Documents(DocumentsConfig config) {
        if (config.trustedOnly() && config.manifest().isEmpty()) {
            throw new IllegalStateException(
                    "khabar.gateway.documents.trusted-only needs khabar.gateway.documents.manifest");
        }
        this.config = config;
        this.trusted = config.manifest().map(Manifest::read).orElseGet(Manifest::empty);
        this.kept = new AutomaticDocuments(config.maxAutomaticCharacters());
    }

    /**
     * The document's text.
     *
     * @param roles those of the caller
     * @throws DocumentException when it is not known, not what its hash says, or not to be run for the caller
     */
    public String resolve(DocumentReference reference, Set<String> roles) {
        String text = reference.text();
        String document = text == null ? find(reference) : text;
        if (text != null && reference.isHash() && !Sha256.hex(text).equals(reference.id())) {
            throw DocumentException.otherHash();
        }
        if (config.trustedOnly() && !mayRunAny(roles) && !trusted.contains(document)) {
            throw DocumentException.untrusted();
        }
        return document;
    }

    /** The names of the operations in trusted documents. */
    public Set<String> trustedNames() {
        return trusted.operationNames();
    }

    private boolean mayRunAny(Set<String> roles) {
        return config.adHocRoles()
                .map(exempt -> !Collections.disjoint(exempt, roles))
                .orElse(false);
    }

    private String find(DocumentReference reference) {
        String id = String.valueOf(reference.id());
        return trusted.find(id).or(() -> kept.find(id)).orElseThrow(() -> missing(reference, id));
    }

    private DocumentException missing(DocumentReference reference, String id) {
        if (!reference.isHash()) {
            return DocumentException.unknown(id);
        }
        return config.automatic() ? DocumentException.notFound() : DocumentException.notSupported();
    }

    /**
     * Keeps a document that a client sent with its hash, once it is known to be one that can be run.
     *
     * @param reference as it came; its hash was checked by {@link #resolve}
     */
    public void keep(DocumentReference reference) {
        @Nullable String text = reference.text();
        @Nullable String hash = reference.id();
        if (config.automatic() && reference.isHash() && text != null && hash != null) {
            kept.keep(hash, text);
        }
    }
}
