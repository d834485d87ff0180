package org.khabar.gateway.differential;

import graphql.language.Type;
import graphql.parser.Parser;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;

/** Types of a schema as documents write them. */
final class TypeNodes {
    private TypeNodes() {}

    static Type<?> of(GraphQLType type) {
        return Parser.parseType(GraphQLTypeUtil.simplePrint(type));
    }
}
