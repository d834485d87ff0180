package org.khabar.gateway.supergraph.join;

import graphql.language.Document;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;

/** Parsing of schema documents, which are ours or an operator's and may be large. */
public final class Sdl {
    private static final ParserOptions OPTIONS = ParserOptions.getDefaultSdlParserOptions()
            .transform(options -> options.captureIgnoredChars(false).captureLineComments(false));

    private Sdl() {}

    /**
     * Parses a schema document.
     *
     * @throws graphql.parser.InvalidSyntaxException when it is not GraphQL
     */
    public static Document parse(String sdl) {
        return Parser.parse(ParserEnvironment.newParserEnvironment()
                .document(sdl)
                .parserOptions(OPTIONS)
                .build());
    }
}
