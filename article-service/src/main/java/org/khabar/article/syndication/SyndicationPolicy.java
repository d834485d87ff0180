package org.khabar.article.syndication;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Lets in whoever may read articles; and strangers only if feeds are public. */
@ApplicationScoped
class SyndicationPolicy implements HttpSecurityPolicy {

    private static final Set<String> READERS = Set.of("reader", "editor", "moderator", "partner", "admin", "service");

    private final SyndicationConfig config;

    SyndicationPolicy(SyndicationConfig config) {
        this.config = config;
    }

    @Override
    public String name() {
        return "syndication";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext request, Uni<SecurityIdentity> identity, AuthorizationRequestContext context) {
        return identity.map(caller -> {
            boolean reader = caller.getRoles().stream().anyMatch(READERS::contains);
            return reader || (config.isPublic() && caller.isAnonymous()) ? CheckResult.PERMIT : CheckResult.DENY;
        });
    }
}
