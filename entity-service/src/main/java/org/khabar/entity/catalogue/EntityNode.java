package org.khabar.entity.catalogue;

import io.smallrye.graphql.api.federation.FieldSet;
import io.smallrye.graphql.api.federation.Key;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.NonNull;

/** An entity as GraphQL shows it; its names and ids are fields of their own, read in batches. */
@Interface("Entity")
@Description("A person, organization, place, event or work that news is about.")
@Key(fields = @FieldSet("id"))
public sealed interface EntityNode permits PersonNode, OrganizationNode, PlaceNode, EventNode, WorkNode {

    @Id
    @NonNull
    String getId();

    /** What this service knows of it. Not a field of the schema. */
    CatalogueItem item();
}
