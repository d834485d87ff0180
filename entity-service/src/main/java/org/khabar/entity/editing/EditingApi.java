package org.khabar.entity.editing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.catalogue.EntityNode;

/** Editing the catalogue over GraphQL. A {@code note} is for colleagues, and never for readers. */
@GraphQLApi
@RunOnVirtualThread
@RolesAllowed({"editor", "admin"})
public class EditingApi {

    private static final String VERSION =
            " The version is the one that you have read: CONFLICT when there is a newer one, whose number is in the"
                    + " extension currentVersion.";

    private final Editing editing;

    EditingApi(Editing editing) {
        this.editing = editing;
    }

    @Mutation
    @Description(
            "Adds an entity to the catalogue. Its names are found in texts within a second; articles that hold them are"
                    + " linked again.")
    public @NonNull EntityNode createEntity(@NonNull CreateEntityInput input, @Nullable String note) {
        return editing.create(input, note);
    }

    @Mutation
    @Description("Changes what an entity says of itself." + VERSION)
    public @NonNull EntityNode reviseEntity(
            @Id @NonNull String id, int version, @NonNull ReviseEntityInput input, @Nullable String note) {
        return editing.revise(id, version, input, note);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description(
            "Makes one entity stand for another one of its type, and gives it what the other says of itself. The id that"
                    + " is merged means the other one from now on." + VERSION)
    public @NonNull EntityNode mergeEntities(
            @Id @NonNull @Description("The entity that is merged away.") String id,
            int version,
            @Id @NonNull @Description("The entity that remains.") String into,
            int intoVersion,
            @Nullable String note) {
        return editing.merge(id, version, into, intoVersion, note);
    }

    @Mutation
    @Description("Makes a part of an entity another one of its type, and answers that one." + VERSION)
    public @NonNull EntityNode splitEntity(
            @Id @NonNull String id, int version, @NonNull SplitEntityInput input, @Nullable String note) {
        return editing.split(id, version, input, note);
    }

    @Mutation
    @Description("Hides an entity: for readers it does not exist, and articles do not mention it." + VERSION)
    public @NonNull EntityNode hideEntity(@Id @NonNull String id, int version, @Nullable String note) {
        return editing.hide(id, version, true, note);
    }

    @Mutation
    @Description("Shows a hidden entity again." + VERSION)
    public @NonNull EntityNode unhideEntity(@Id @NonNull String id, int version, @Nullable String note) {
        return editing.hide(id, version, false, note);
    }
}
