package org.khabar.gateway.supergraph;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.SelectionSet;
import graphql.parser.Parser;

/**
 * A selection of fields as federation's directives write it, such as {@code id organization { id }}. Equal when the
 * selections are printed alike, whatever their spacing.
 */
public final class FieldSet {
    private final String text;
    private final SelectionSet selections;

    private FieldSet(SelectionSet selections) {
        this.selections = selections;
        String printed = AstPrinter.printAstCompact(selections);
        this.text = printed.substring(1, printed.length() - 1).trim();
    }

    /** A field set of selections already parsed. */
    public static FieldSet of(SelectionSet selections) {
        return new FieldSet(selections);
    }

    /**
     * Reads a field set, with or without the outer braces.
     *
     * @throws graphql.parser.InvalidSyntaxException when {@code fields} is not a selection set
     */
    public static FieldSet parse(String fields) {
        String trimmed = fields.trim();
        Document document = Parser.parse(trimmed.startsWith("{") ? trimmed : "{" + fields + "}");
        OperationDefinition operation =
                document.getDefinitionsOfType(OperationDefinition.class).getFirst();
        return new FieldSet(operation.getSelectionSet());
    }

    /** The selections, parsed. */
    public SelectionSet selections() {
        return selections;
    }

    /** The selections in one normalised line, without outer braces. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldSet that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
