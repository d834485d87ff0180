package org.khabar.gateway.plan;

import graphql.language.Argument;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.supergraph.TypeRef;

/** A field as the client selected it, on one type condition; all its occurrences there merged. */
final class ClientField {
    final String onType;
    final String responseKey;
    final String name;
    final List<Argument> arguments;
    final TypeRef type;
    final @Nullable ClientSelection selection;
    private final Set<String> refusedOn = new LinkedHashSet<>();
    private boolean partlyRefused;
    private boolean apart;
    private ClientField origin = this;
    private final List<Appearance> appearances = new ArrayList<>();
    private final Set<PassedDirectives> directives = new LinkedHashSet<>();
    private Condition condition = Condition.NEVER;
    private @Nullable Layer streamedIn;
    private @Nullable StreamedList stream;

    ClientField(
            String onType,
            String responseKey,
            String name,
            List<Argument> arguments,
            TypeRef type,
            @Nullable ClientSelection selection) {
        this.onType = onType;
        this.responseKey = responseKey;
        this.name = name;
        this.arguments = List.copyOf(arguments);
        this.type = type;
        this.selection = selection;
    }

    /** The field for one of its turns in a mutation, under the conditions of that turn. */
    ClientField turn(int position, Collection<Guard> guards) {
        ClientField turn = new ClientField(onType, responseKey, name, arguments, type, selection);
        turn.refusedOn.addAll(refusedOn);
        turn.partlyRefused = partlyRefused;
        turn.directives.addAll(directives);
        turn.apart = apart;
        turn.origin = this;
        turn.streamedIn = streamedIn;
        turn.stream = stream;
        guards.forEach(guard -> turn.mention(position, guard, Layer.PRIMARY));
        return turn;
    }

    /** The field that this is a turn of; most often itself. */
    ClientField origin() {
        return origin;
    }

    boolean isTypename() {
        return name.equals("__typename");
    }

    /** What its mentions tell the subgraphs by directives, each once; mentions without directives are left out. */
    Set<PassedDirectives> directives() {
        return directives;
    }

    void alsoWith(PassedDirectives others) {
        if (others != PassedDirectives.NONE) {
            directives.add(others);
        }
    }

    /** Whether its value is not to be shared with other keys; see {@link DirectedKeys}. */
    boolean isApart() {
        return apart;
    }

    void keepApart() {
        apart = true;
    }

    /** Notes that the caller may not see it on objects of a type. */
    void refuseOn(String object) {
        refusedOn.add(object);
    }

    /** Notes of how many types the objects may be that it was selected on. */
    void settleRefusals(int objectTypes) {
        partlyRefused = !refusedOn.isEmpty() && refusedOn.size() < objectTypes;
    }

    boolean isRefusedOn(String object) {
        return refusedOn.contains(object);
    }

    /** Whether it is refused on objects of some type. */
    boolean isRefused() {
        return !refusedOn.isEmpty();
    }

    /** Whether it depends on an object's type if it is refused. */
    boolean isPartlyRefused() {
        return partlyRefused;
    }

    Condition condition() {
        return condition;
    }

    /** Where it is mentioned, in the order of the document; without those that count only when an earlier one does. */
    List<Appearance> appearances() {
        return appearances;
    }

    /** The layers that it is mentioned in, without those that come after another of them. */
    Set<Layer> layers() {
        return Layer.earliest(appearances.stream().map(Appearance::layer).toList());
    }

    /** How its items come; null when all at once. */
    @Nullable
    StreamedList stream() {
        return stream;
    }

    /** Notes how a mention wants its items; where mentions differ, or are in several layers, they come at once. */
    void streamAs(@Nullable StreamedList wanted, Layer layer) {
        boolean isSame = streamedIn == null || streamedIn == layer && Objects.equals(stream, wanted);
        stream = isSame ? wanted : null;
        streamedIn = layer;
    }

    /** Whether its items come as those of another mention. */
    boolean isStreamedAs(ClientField other) {
        return streamedIn == other.streamedIn && Objects.equals(stream, other.stream);
    }

    void mention(int position, Guard guard, Layer layer) {
        if (appearances.stream().noneMatch(earlier -> guard.implies(earlier.guard()) && earlier.layer() == layer)) {
            appearances.add(new Appearance(position, guard, layer));
            condition = condition.or(Condition.of(guard));
        }
    }

    /**
     * A mention of the field in the document.
     *
     * @param position before which others it stands; fragments count where they are spread
     * @param guard when it counts
     * @param layer with what it comes
     */
    record Appearance(int position, Guard guard, Layer layer) {}
}
