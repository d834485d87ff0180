package org.khabar.gateway.supergraph.join;

import graphql.language.Document;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;

/** Parsing of schema documents, which may be large but not deep: a stack has an end, and a schema's depth is its writer's. */
public final class Sdl {
    /** Rules of the grammar within one another. A list within lists takes two, and so does a default value; schemas need few. */
    private static final int MAX_RULE_DEPTH = 500;

    private static final ParserOptions OPTIONS = ParserOptions.getDefaultSdlParserOptions()
            .transform(options -> options.captureIgnoredChars(false)
                    .captureLineComments(false)
                    .maxRuleDepth(MAX_RULE_DEPTH));

    private Sdl() {}

    /**
     * Parses a schema document.
     *
     * @throws graphql.parser.InvalidSyntaxException when it is not GraphQL, or nests too deeply
     */
    public static Document parse(String sdl) {
        return Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(sdl)
                .parserOptions(OPTIONS)
                .build());
    }
}
