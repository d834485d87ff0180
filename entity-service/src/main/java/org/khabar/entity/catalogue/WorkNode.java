package org.khabar.entity.catalogue;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A work. */
@Type("Work")
@Name("Work")
@Key(fields = @FieldSet("id"))
public final class WorkNode implements EntityNode {

    private final CatalogueItem item;

    WorkNode(CatalogueItem item) {
        this.item = item;
    }

    @Override
    @Id
    public @NonNull String getId() {
        return item.id().toString();
    }

    @Override
    public CatalogueItem item() {
        return item;
    }
}
