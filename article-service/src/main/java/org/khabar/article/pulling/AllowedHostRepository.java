package org.khabar.article.pulling;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

@ApplicationScoped
class AllowedHostRepository implements PanacheRepositoryBase<AllowedHostEntity, String> {

    boolean isAllowed(String host) {
        return count("host", host) > 0;
    }

    /** Allows a host; one that is allowed stays as it is. */
    void allow(String host, String by, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        insert into allowed_host (host, allowed_by, allowed_at) values (:host, :by, :now)
                        on conflict (host) do nothing
                        """)
                .setParameter("host", host)
                .setParameter("by", by)
                .setParameter("now", now)
                .executeUpdate();
    }
}
