package org.khabar.gateway.guard;

import graphql.language.Document;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parses documents within the configured bounds. */
@Singleton
public final class DocumentGuard {
    private static final int MAX_RULE_DEPTH = 500;

    private final GuardConfig config;
    private final ParserOptions options;
    private final NumberBounds numbers;
    private final LocalBounds places;

    DocumentGuard(GuardConfig config) {
        this.config = config;
        this.numbers = new NumberBounds(config.maxNumberDigits(), config.maxNumberExponent());
        this.places = new LocalBounds(config.maxDirectivesPerField(), config.maxListItems());
        this.options = ParserOptions.newParserOptions()
                .captureIgnoredChars(false)
                .captureLineComments(false)
                .maxCharacters(config.maxCharacters())
                .maxTokens(config.maxTokens())
                .maxWhitespaceTokens(config.maxCharacters())
                .maxRuleDepth(MAX_RULE_DEPTH)
                .build();
    }

    /**
     * Parses a document and checks what it would expand to.
     *
     * @throws LimitExceededException when it is beyond a bound
     * @throws graphql.parser.InvalidSyntaxException when it is not GraphQL
     */
    public Document parse(String query) {
        // The parser would find out too, but late: it reads the whole of it into lines first.
        if (query.length() > config.maxCharacters()) {
            throw LimitExceededException.of("characters", config.maxCharacters());
        }
        numbers.checkLiterals(query);
        Document document = parseBounded(query);
        places.check(document);
        new ExpansionCheck(config, document).run();
        return document;
    }

    /**
     * Checks the variables' numbers and lists as those of a document.
     *
     * @throws LimitExceededException when one is beyond a bound
     */
    public void check(Map<String, ? extends @Nullable Object> variables) {
        variables.values().forEach(numbers::check);
        places.check(variables);
    }

    private Document parseBounded(String query) {
        try {
            return new Parser()
                    .parseDocument(ParserEnvironment.newParserEnvironment()
                            .document(query)
                            .parserOptions(options)
                            .locale(Locale.ENGLISH)
                            .build());
        } catch (ParseCancelledTooDeepException _) {
            throw LimitExceededException.of("levels of syntax", MAX_RULE_DEPTH);
        } catch (ParseCancelledException _) {
            throw LimitExceededException.of("tokens", config.maxTokens());
        }
    }
}
