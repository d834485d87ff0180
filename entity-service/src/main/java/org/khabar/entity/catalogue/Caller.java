package org.khabar.entity.catalogue;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** What the caller of the current request may see. */
@RequestScoped
class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Editors and admins see hidden entities. */
    boolean isEditor() {
        return identity.hasRole("editor") || identity.hasRole("admin");
    }
}
