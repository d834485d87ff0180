package org.khabar.entity.catalogue;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** A person. */
@Type("Person")
@Name("Person")
@Key(fields = @FieldSet("id"))
public final class PersonNode implements EntityNode {

    private final CatalogueItem item;

    PersonNode(CatalogueItem item) {
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
