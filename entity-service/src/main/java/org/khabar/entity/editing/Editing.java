package org.khabar.entity.editing;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.khabar.entity.catalogue.Catalogue;
import org.khabar.entity.catalogue.EntityNode;
import org.khabar.entity.failure.RequestFailure;

/** Checks what editors ask for, in the name of whoever asks, and has it done. Nothing is written when it is refused. */
@ApplicationScoped
public class Editing {

    private final CatalogueDesk desk;
    private final EntityInputs inputs;
    private final Catalogue catalogue;
    private final SecurityIdentity caller;
    private final EditingConfig config;

    Editing(
            CatalogueDesk desk,
            EntityInputs inputs,
            Catalogue catalogue,
            SecurityIdentity caller,
            EditingConfig config) {
        this.desk = desk;
        this.inputs = inputs;
        this.catalogue = catalogue;
        this.caller = caller;
        this.config = config;
    }

    /** Adds an entity, within the caller's transaction if there is one. */
    public EntityNode create(CreateEntityInput input, @Nullable String note) {
        return node(desk.create(input.type(), inputs.content(input), signature(note)));
    }

    EntityNode revise(String id, int version, ReviseEntityInput input, @Nullable String note) {
        return node(desk.revise(id(id), version, inputs.edit(input), signature(note)));
    }

    EntityNode merge(String id, int version, String into, int intoVersion, @Nullable String note) {
        return node(desk.merge(id(id), version, EntityInputs.id("into", into), intoVersion, signature(note)));
    }

    EntityNode split(String id, int version, SplitEntityInput input, @Nullable String note) {
        return node(desk.split(
                id(id),
                version,
                inputs.content(input),
                inputs.namedAliases(input),
                inputs.places(input),
                signature(note)));
    }

    EntityNode hide(String id, int version, boolean hidden, @Nullable String note) {
        return node(desk.hide(id(id), version, hidden, signature(note)));
    }

    private static UUID id(String text) {
        return EntityInputs.id("id", text);
    }

    /**
     * Whoever asks.
     *
     * @throws RequestFailure when the note cannot be kept
     */
    public Signature signature(@Nullable String note) {
        return new Signature(
                caller.getPrincipal().getName(), InputTexts.optional("note", note, config.maxNoteLength()));
    }

    private EntityNode node(UUID id) {
        return Objects.requireNonNull(catalogue.listByIds(Set.of(id), true).get(id));
    }
}
