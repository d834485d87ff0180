package org.khabar.gateway.guard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds on what clients send. */
@ConfigMapping(prefix = "khabar.gateway.limits")
public interface GuardConfig {

    /** Bytes of a request's body. */
    @WithDefault("1048576")
    int maxBodyBytes();

    /** Characters of a request's address, with what is asked in it. */
    @WithDefault("16384")
    int maxAddressCharacters();

    /** Characters of a document. */
    @WithDefault("200000")
    int maxCharacters();

    /** Lexical tokens of a document. */
    @WithDefault("5000")
    int maxTokens();

    /** How deep fields may nest, fragments expanded. */
    @WithDefault("25")
    int maxDepth();

    /** Aliased fields of an operation, fragments expanded. */
    @WithDefault("200")
    int maxAliases();

    /** Fields at the root of an operation, fragments expanded. */
    @WithDefault("50")
    int maxRootFields();

    /** Directives of an operation and of its variables, fragments expanded. */
    @WithDefault("200")
    int maxDirectives();

    /** Directives of one field, or of whatever else they stand at: an operation, a variable, a fragment, a spread. */
    @WithDefault("10")
    int maxDirectivesPerField();

    /** Fields of an operation once its fragments are expanded. */
    @WithDefault("10000")
    int maxExpandedFields();

    /** Digits of a number in a document or its variables; converting longer ones takes more than linear time. */
    @WithDefault("40")
    int maxNumberDigits();

    /** Power of ten of a number in a document or its variables; written out, a larger one fills the memory. */
    @WithDefault("400")
    int maxNumberExponent();

    /** Items of one list in a document or its variables. */
    @WithDefault("1000")
    int maxListItems();

    /** How many items an operation may ask one list for, by an argument that slices it. */
    @WithDefault("1000")
    int maxListSize();

    /** Estimated cost of an operation with its variables, before it is run. */
    @WithDefault("50000")
    int maxCost();

    /** How long a list is taken to be, for the cost, of which neither the schema nor the operation says it. */
    @WithDefault("10")
    int defaultListSize();

    /** How deep JSON may nest, in requests. */
    @WithDefault("64")
    int maxJsonDepth();
}
