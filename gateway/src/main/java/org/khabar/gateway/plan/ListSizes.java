package org.khabar.gateway.plan;

import graphql.language.Argument;
import graphql.language.Value;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.khabar.gateway.plan.ListLength.Slicing;
import org.khabar.gateway.supergraph.ListSize;
import org.khabar.gateway.supergraph.Supergraph;
import org.khabar.gateway.supergraph.SupergraphArgument;
import org.khabar.gateway.supergraph.SupergraphField;

/**
 * Says how long lists are taken to be. Where the schema has no {@code @listSize}, a field with Relay's arguments
 * {@code first} or {@code last} is taken at their word: for its own list, else for the lists right in the object that it
 * returns, which are a connection's edges and nodes.
 */
final class ListSizes {
    private static final List<String> RELAY = List.of("first", "last");

    private final Supergraph supergraph;
    private final int defaultLength;

    ListSizes(Supergraph supergraph, int defaultLength) {
        this.supergraph = supergraph;
        this.defaultLength = defaultLength;
    }

    /**
     * How long a field's list is.
     *
     * @param outer what the field around it says of the lists in its value
     */
    ListLength length(ClientField field, SupergraphField definition, Map<String, ListLength> outer) {
        if (!field.type.isList()) {
            return ListLength.ONE;
        }
        ListLength sized = outer.get(field.name);
        if (sized != null) {
            return sized;
        }
        ListSize declared = definition.traits().listSize();
        return declared != null && declared.sizedFields().isEmpty()
                ? declared(field, definition, declared)
                : relay(field, definition);
    }

    /** How long the lists right in a field's value are, by the name of their field, as far as the field says so. */
    Map<String, ListLength> inside(ClientField field, SupergraphField definition) {
        ListSize declared = definition.traits().listSize();
        if (declared != null) {
            ListLength length = declared(field, definition, declared);
            return declared.sizedFields().stream().distinct().collect(Collectors.toMap(name -> name, _ -> length));
        }
        if (field.type.isList() || !hasRelayArguments(definition)) {
            return Map.of();
        }
        ListLength length = relay(field, definition);
        return listsIn(field.type.name()).stream().collect(Collectors.toMap(name -> name, _ -> length));
    }

    /** What the operation says of how long a field's list, or the lists in its value, may be. */
    List<AskedLength> asked(ClientField field, SupergraphField definition) {
        ListSize declared = definition.traits().listSize();
        List<String> slicing = declared == null ? List.of() : declared.slicingArguments();
        boolean hasLists = field.type.isList() || !listsIn(field.type.name()).isEmpty();
        List<AskedLength> asked = new ArrayList<>();
        for (Argument given : field.arguments) {
            boolean isAsked = definition.arguments().stream()
                    .filter(argument -> argument.name().equals(given.getName()))
                    .anyMatch(argument -> slicing.contains(argument.name()) || hasLists && isRelayArgument(argument));
            if (isAsked) {
                asked.add(new AskedLength(
                        field.onType + "." + field.name, new Slicing(given.getName(), given.getValue(), null)));
            }
        }
        return asked;
    }

    private Set<String> listsIn(String type) {
        return supergraph.findFieldedType(type).stream()
                .flatMap(found -> found.fields().values().stream())
                .filter(found -> found.type().isList())
                .map(SupergraphField::name)
                .collect(Collectors.toSet());
    }

    private static boolean hasRelayArguments(SupergraphField definition) {
        return definition.arguments().stream().anyMatch(ListSizes::isRelayArgument);
    }

    private static boolean isRelayArgument(SupergraphArgument argument) {
        return RELAY.contains(argument.name())
                && argument.type().unwrapNonNull().toString().equals("Int");
    }

    private ListLength declared(ClientField field, SupergraphField definition, ListSize size) {
        List<Slicing> slicing = new ArrayList<>();
        definition.arguments().stream()
                .filter(argument -> size.slicingArguments().contains(argument.name()))
                .forEach(argument -> slicing.add(slicing(field, argument)));
        Integer assumed = size.assumedSize();
        return new ListLength(
                slicing,
                assumed == null ? defaultLength : assumed,
                size.requireOneSlicingArgument() && !slicing.isEmpty() ? field.onType + "." + field.name : null);
    }

    private ListLength relay(ClientField field, SupergraphField definition) {
        return new ListLength(
                definition.arguments().stream()
                        .filter(ListSizes::isRelayArgument)
                        .map(argument -> slicing(field, argument))
                        .toList(),
                defaultLength,
                null);
    }

    private static Slicing slicing(ClientField field, SupergraphArgument argument) {
        Value<?> given = field.arguments.stream()
                .filter(one -> one.getName().equals(argument.name()))
                .map(Argument::getValue)
                .findFirst()
                .orElse(null);
        return new Slicing(argument.name(), given, parse(argument.defaultValue()));
    }

    private static @Nullable Value<?> parse(@Nullable String literal) {
        return literal == null ? null : Parser.parseValue(literal);
    }
}
