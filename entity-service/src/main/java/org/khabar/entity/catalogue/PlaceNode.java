package org.khabar.entity.catalogue;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A place. */
@Type("Place")
@Name("Place")
@Key(fields = @FieldSet("id"))
public final class PlaceNode implements EntityNode {

    private final CatalogueItem item;

    PlaceNode(CatalogueItem item) {
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

    @Description("ISO 3166-1 alpha-2 code of the country that the place is or lies in.")
    public @Nullable String getCountryCode() {
        return item.country();
    }
}
