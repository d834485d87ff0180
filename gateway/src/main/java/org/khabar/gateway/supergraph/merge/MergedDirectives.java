package org.khabar.gateway.supergraph.merge;

import static org.khabar.gateway.supergraph.merge.Ast.argument;
import static org.khabar.gateway.supergraph.merge.Ast.bool;
import static org.khabar.gateway.supergraph.merge.Ast.directive;
import static org.khabar.gateway.supergraph.merge.Ast.integer;
import static org.khabar.gateway.supergraph.merge.Ast.string;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.AstPrinter;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.EnumValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.khabar.gateway.supergraph.CacheHint;
import org.khabar.gateway.supergraph.ListSize;
import org.khabar.gateway.supergraph.Traits;
import org.khabar.gateway.supergraph.link.Annotations;
import org.khabar.gateway.supergraph.link.CacheHints;
import org.khabar.gateway.supergraph.link.TraitsReader;

/** Unites what the subgraphs' directives say about one element. */
final class MergedDirectives {
    private static final List<String> GRAPHQL_OWN = List.of("deprecated", "specifiedBy", "oneOf");

    private final ComposedDirectives composed;

    MergedDirectives(ComposedDirectives composed) {
        this.composed = composed;
    }

    List<Directive> of(Collection<Annotations> declarations) {
        Traits traits = declarations.stream()
                .map(TraitsReader::read)
                .reduce(TraitsMerge::merge)
                .orElse(Traits.NONE);
        return Stream.of(traits(traits), graphqlOwn(declarations), composed(declarations))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Directive> graphqlOwn(Collection<Annotations> declarations) {
        return GRAPHQL_OWN.stream()
                .flatMap(name -> declarations.stream()
                        .flatMap(annotations -> annotations.findOther(name).stream())
                        .limit(1))
                .toList();
    }

    private List<Directive> composed(Collection<Annotations> declarations) {
        Set<String> seen = new HashSet<>();
        return declarations.stream()
                .flatMap(annotations -> annotations.others().stream())
                .filter(composed::keeps)
                .filter(directive -> seen.add(AstPrinter.printAstCompact(directive)))
                .toList();
    }

    static List<Directive> traits(Traits traits) {
        List<Directive> directives = new ArrayList<>();
        if (traits.inaccessible()) {
            directives.add(directive("inaccessible"));
        }
        traits.tags().forEach(tag -> directives.add(directive("tag", string("name", tag))));
        if (traits.access().authenticated()) {
            directives.add(directive("authenticated"));
        }
        if (!traits.access().scopes().isEmpty()) {
            directives.add(directive(
                    "requiresScopes", alternatives("scopes", traits.access().scopes())));
        }
        if (!traits.access().policies().isEmpty()) {
            directives.add(
                    directive("policy", alternatives("policies", traits.access().policies())));
        }
        Integer cost = traits.cost();
        if (cost != null) {
            directives.add(directive("cost", integer("weight", cost)));
        }
        ListSize listSize = traits.listSize();
        if (listSize != null) {
            directives.add(directive("cost__listSize", listSize(listSize)));
        }
        CacheHint cache = traits.cache();
        if (cache != null) {
            directives.add(
                    directive("join__directive", string("name", CacheHints.NAME), argument("args", hint(cache))));
        }
        return directives;
    }

    private static Argument alternatives(String name, List<Set<String>> alternatives) {
        List<Value> values = alternatives.stream()
                .<Value>map(
                        alternative -> Ast.strings(alternative.stream().sorted().toList()))
                .toList();
        return argument(name, ArrayValue.newArrayValue().values(values).build());
    }

    private static ObjectValue hint(CacheHint cache) {
        ObjectValue.Builder arguments = ObjectValue.newObjectValue();
        Integer maxAge = cache.maxAge();
        if (maxAge != null) {
            arguments.objectField(new ObjectField("maxAge", new IntValue(BigInteger.valueOf(maxAge))));
        }
        Boolean isPrivate = cache.isPrivate();
        if (isPrivate != null) {
            arguments.objectField(new ObjectField("scope", EnumValue.of(isPrivate ? "PRIVATE" : "PUBLIC")));
        }
        if (cache.inheritMaxAge()) {
            arguments.objectField(new ObjectField("inheritMaxAge", BooleanValue.of(true)));
        }
        return arguments.build();
    }

    private static List<Argument> listSize(ListSize size) {
        List<Argument> arguments = new ArrayList<>();
        Integer assumed = size.assumedSize();
        if (assumed != null) {
            arguments.add(integer("assumedSize", assumed));
        }
        if (!size.slicingArguments().isEmpty()) {
            arguments.add(argument("slicingArguments", Ast.strings(size.slicingArguments())));
        }
        if (!size.sizedFields().isEmpty()) {
            arguments.add(argument("sizedFields", Ast.strings(size.sizedFields())));
        }
        arguments.add(bool("requireOneSlicingArgument", size.requireOneSlicingArgument()));
        return arguments;
    }
}
