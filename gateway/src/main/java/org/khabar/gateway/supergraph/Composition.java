package org.khabar.gateway.supergraph;

import graphql.GraphQLException;
import graphql.language.AstPrinter;
import graphql.language.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.khabar.gateway.supergraph.merge.Merger;
import org.khabar.gateway.supergraph.rules.RequiredAccess;
import org.khabar.gateway.supergraph.rules.Rules;
import org.khabar.gateway.supergraph.satisfiability.Satisfiability;
import org.khabar.gateway.supergraph.subgraph.SubgraphReader;
import org.khabar.gateway.supergraph.subgraph.SubgraphSchema;

/**
 * Composes one schema from what subgraphs say of themselves, by the rules of Federation 2 (and 1).
 *
 * <p>It stops after each stage that finds a broken rule, so that no error is only the shadow of another: reading the
 * subgraphs, the rules within each, merging, the rules of the whole, satisfiability.
 */
public final class Composition {
    private final CompositionLog log = new CompositionLog();

    private Composition() {}

    /**
     * Composes subgraphs.
     *
     * @param subgraphs at least one; their order decides the order of types and fields
     */
    public static CompositionResult compose(List<SubgraphSdl> subgraphs) {
        return new Composition().run(subgraphs);
    }

    private CompositionResult run(List<SubgraphSdl> sources) {
        checkNames(sources);
        List<SubgraphSchema> subgraphs = new ArrayList<>();
        sources.forEach(source -> SubgraphReader.read(source, log).ifPresent(subgraphs::add));
        subgraphs.forEach(subgraph -> Rules.check(subgraph, log));
        if (log.hasErrors()) {
            return new CompositionResult.Failure(log.errors());
        }
        return merge(subgraphs)
                .<CompositionResult>map(supergraph -> new CompositionResult.Success(supergraph, log.hints()))
                .orElseGet(() -> new CompositionResult.Failure(log.errors()));
    }

    private void checkNames(List<SubgraphSdl> sources) {
        Set<String> names = new HashSet<>();
        for (SubgraphSdl source : sources) {
            if (!names.add(source.name()) || source.name().equals("_")) {
                log.error(
                        CompositionCode.INVALID_SUBGRAPH_NAME,
                        source.name(),
                        "",
                        "The name \"" + source.name() + "\" of a subgraph is taken or reserved.");
            }
        }
    }

    private Optional<Supergraph> merge(List<SubgraphSchema> subgraphs) {
        Document document = Merger.merge(subgraphs, log);
        if (!log.hasErrors()) {
            Rules.check(subgraphs, document, log);
        }
        if (log.hasErrors()) {
            return Optional.empty();
        }
        Optional<Supergraph> supergraph = read(subgraphs, AstPrinter.printAst(document));
        supergraph.ifPresent(whole -> RequiredAccess.check(whole, log));
        if (!log.hasErrors()) {
            supergraph.ifPresent(whole -> Satisfiability.check(whole, log));
        }
        return log.hasErrors() ? Optional.empty() : supergraph;
    }

    /** What is valid in each subgraph may be invalid once merged, such as an argument that only then is required. */
    private Optional<Supergraph> read(List<SubgraphSchema> subgraphs, String sdl) {
        try {
            return Optional.of(SupergraphSdlReader.read(sdl));
        } catch (InvalidSupergraphException | GraphQLException invalid) {
            List<String> names = subgraphs.stream().map(SubgraphSchema::name).toList();
            log.error(CompositionCode.INVALID_GRAPHQL, names, "", String.valueOf(invalid.getMessage()));
            return Optional.empty();
        }
    }
}
