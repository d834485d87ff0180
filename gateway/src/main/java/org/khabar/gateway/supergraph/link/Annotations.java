package org.khabar.gateway.supergraph.link;

import graphql.language.Directive;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The directives on one schema element, federation's own told from others.
 *
 * @param federation applications of federation's directives, in the order written
 * @param others all other applications, in the order written
 */
public record Annotations(Map<FederationDirective, List<Directive>> federation, List<Directive> others) {
    /** No directive at all. */
    public static final Annotations NONE = new Annotations(Map.of(), List.of());

    public Annotations {
        others = List.copyOf(others);
    }

    /** Sorts the directives of an element by the names that the document uses. */
    public static Annotations of(List<Directive> directives, Links links) {
        if (directives.isEmpty()) {
            return NONE;
        }
        Map<FederationDirective, List<Directive>> federation = new EnumMap<>(FederationDirective.class);
        List<Directive> others = new ArrayList<>();
        for (Directive directive : directives) {
            FederationDirective known = links.directives().get(directive.getName());
            if (known == null) {
                others.add(directive);
            } else {
                federation.computeIfAbsent(known, _ -> new ArrayList<>()).add(directive);
            }
        }
        return new Annotations(federation, others);
    }

    /** Whether the directive is applied. */
    public boolean has(FederationDirective directive) {
        return federation.containsKey(directive);
    }

    /** All applications of the directive. */
    public List<Directive> all(FederationDirective directive) {
        return federation.getOrDefault(directive, List.of());
    }

    /** The first application of the directive. */
    public Optional<Directive> find(FederationDirective directive) {
        return all(directive).stream().findFirst();
    }

    /** The first application of a directive that is not federation's, by its local name without {@code @}. */
    public Optional<Directive> findOther(String name) {
        return others.stream()
                .filter(directive -> directive.getName().equals(name))
                .findFirst();
    }
}
