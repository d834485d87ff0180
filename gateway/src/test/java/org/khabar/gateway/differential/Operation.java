package org.khabar.gateway.differential;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends.
 *
 * @param document one operation and its fragments
 * @param variables what the operation's variables are; those left out have their default, or nothing
 */
record Operation(Document document, Map<String, @Nullable Object> variables) {
    Operation {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** Whether its root fields run one after the other. */
    boolean isMutation() {
        return definition().getOperation() == OperationDefinition.Operation.MUTATION;
    }

    /** The operation in the document. */
    OperationDefinition definition() {
        return document.getDefinitionsOfType(OperationDefinition.class).getFirst();
    }

    /** The document as it is sent. */
    String text() {
        return AstPrinter.printAst(document);
    }
}
