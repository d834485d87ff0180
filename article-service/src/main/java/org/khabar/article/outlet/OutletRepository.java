package org.khabar.article.outlet;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class OutletRepository implements PanacheRepositoryBase<OutletEntity, UUID> {}
