package org.khabar.gateway.differential;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLSchema;
import graphql.validation.Validator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a failing trial as small as it can while it still fails. */
final class Shrinker {
    private static final int MAX_ROUNDS = 400;

    private final GraphQLSchema schema;
    private final Predicate<Trial> fails;

    /**
     * A shrinker.
     *
     * @param schema what operations must stay valid for
     * @param fails whether a trial still fails
     */
    Shrinker(GraphQLSchema schema, Predicate<Trial> fails) {
        this.schema = schema;
        this.fails = fails;
    }

    /** The smallest trial that it finds. */
    Trial shrink(Trial failing) {
        Trial smallest = inCalm(failing);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Optional<Trial> smaller = step(smallest);
            if (smaller.isEmpty()) {
                return smallest;
            }
            smallest = smaller.get();
        }
        return smallest;
    }

    private Trial inCalm(Trial trial) {
        Trial calm = new Trial(trial.operation(), Weather.CALM);
        return fails.test(calm) ? calm : trial;
    }

    private Optional<Trial> step(Trial trial) {
        String text = trial.operation().text();
        return Reductions.of(trial.operation().document())
                .map(Shrinker::withoutUnused)
                .filter(document -> !AstPrinter.printAst(document).equals(text))
                .filter(this::isValid)
                .map(document ->
                        new Trial(new Operation(document, trial.operation().variables()), trial.weather()))
                .filter(fails)
                .findFirst();
    }

    private boolean isValid(Document document) {
        return new Validator()
                .validateDocument(schema, document, Locale.ENGLISH)
                .isEmpty();
    }

    /** Without the fragments and variables that nothing uses. */
    private static Document withoutUnused(Document document) {
        Document used = document;
        while (true) {
            String text = AstPrinter.printAst(used);
            List<Definition> kept = used.getDefinitions().stream()
                    .filter(definition -> !(definition instanceof FragmentDefinition fragment)
                            || contains(text, "...", fragment.getName()))
                    .toList();
            if (kept.size() == used.getDefinitions().size()) {
                return withoutUnusedVariables(used);
            }
            used = used.transform(builder -> builder.definitions(kept));
        }
    }

    private static Document withoutUnusedVariables(Document document) {
        String text = AstPrinter.printAst(document);
        List<Definition> definitions = document.getDefinitions().stream()
                .map(definition ->
                        definition instanceof OperationDefinition operation ? trimmed(operation, text) : definition)
                .toList();
        return document.transform(builder -> builder.definitions(definitions));
    }

    private static Definition<?> trimmed(OperationDefinition operation, String text) {
        Stream<VariableDefinition> used = operation.getVariableDefinitions().stream()
                .filter(variable -> text.split("\\$" + variable.getName() + "\\b", -1).length > 2);
        return operation.transform(builder -> builder.variableDefinitions(used.toList()));
    }

    private static boolean contains(String text, String prefix, String name) {
        return (text + " ").matches("(?s).*\\Q" + prefix + name + "\\E\\b.*");
    }
}
