package org.khabar.gateway.supergraph.link;

import static org.khabar.gateway.supergraph.link.FederationDirective.AUTHENTICATED;
import static org.khabar.gateway.supergraph.link.FederationDirective.COST;
import static org.khabar.gateway.supergraph.link.FederationDirective.INACCESSIBLE;
import static org.khabar.gateway.supergraph.link.FederationDirective.LIST_SIZE;
import static org.khabar.gateway.supergraph.link.FederationDirective.POLICY;
import static org.khabar.gateway.supergraph.link.FederationDirective.REQUIRES_SCOPES;
import static org.khabar.gateway.supergraph.link.FederationDirective.TAG;

import graphql.language.Directive;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.khabar.gateway.supergraph.AccessRule;
import org.khabar.gateway.supergraph.ListSize;
import org.khabar.gateway.supergraph.Traits;

/** Reads what federation's directives, and {@code @cacheControl}, say about an element wherever it comes from. */
public final class TraitsReader {
    private TraitsReader() {}

    /** Reads the traits of an element. */
    public static Traits read(Annotations annotations) {
        if (annotations.federation().isEmpty() && annotations.others().isEmpty()) {
            return Traits.NONE;
        }
        return new Traits(
                annotations.has(INACCESSIBLE),
                tags(annotations),
                access(annotations),
                annotations
                        .find(COST)
                        .flatMap(cost -> Arguments.findInt(cost, "weight"))
                        .orElse(null),
                annotations.find(LIST_SIZE).map(TraitsReader::listSize).orElse(null),
                CacheHints.find(annotations));
    }

    private static Set<String> tags(Annotations annotations) {
        return annotations.all(TAG).stream()
                .flatMap(tag -> Arguments.findString(tag, "name").stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static AccessRule access(Annotations annotations) {
        return new AccessRule(
                annotations.has(AUTHENTICATED),
                annotations
                        .find(REQUIRES_SCOPES)
                        .map(scopes -> alternatives(scopes, "scopes"))
                        .orElse(List.of()),
                annotations
                        .find(POLICY)
                        .map(policies -> alternatives(policies, "policies"))
                        .orElse(List.of()));
    }

    private static List<Set<String>> alternatives(Directive directive, String argument) {
        return Arguments.list(directive, argument).stream()
                .map(alternative -> Arguments.items(alternative).stream()
                        .flatMap(Arguments::stringOf)
                        .collect(Collectors.toUnmodifiableSet()))
                .toList();
    }

    private static ListSize listSize(Directive directive) {
        return new ListSize(
                Arguments.findInt(directive, "assumedSize").orElse(null),
                Arguments.strings(directive, "slicingArguments"),
                Arguments.strings(directive, "sizedFields"),
                Arguments.bool(directive, "requireOneSlicingArgument", true));
    }
}
