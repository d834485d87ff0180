package org.khabar.gateway.differential;

import graphql.language.Field;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashSet;
import java.util.Set;

/**
 * Which fields of a split the weather must spare. A gateway fetches keys and required fields behind the client's back:
 * when they fail, fields fail that in one server would not. So keys never fail, and what fields are computed from may
 * at most be null.
 */
final class Forecast {
    private final Domain domain;
    private final Set<String> steady = new HashSet<>();
    private final Set<String> quiet = new HashSet<>();

    private Forecast(Domain domain) {
        this.domain = domain;
    }

    /** The forecast for a split. */
    static Forecast of(Domain domain, Split split) {
        Forecast forecast = new Forecast(domain);
        domain.computed().forEach(forecast::computed);
        for (SubgraphModel subgraph : split.subgraphs()) {
            subgraph.directives().keys().forEach((type, keys) -> keys.forEach(key -> forecast.key(type, key)));
        }
        return forecast;
    }

    /** Weather where so many fields in a thousand fail. */
    Weather weather(long seed, int perMille) {
        return new Weather(seed, perMille, steady, quiet);
    }

    private void key(String type, SelectionSet key) {
        for (Field field : FieldSets.listFields(key)) {
            for (String objectType : domain.possibleTypes(type)) {
                steady.add(objectType + "." + field.getName());
                into(objectType, field, this::key);
            }
        }
    }

    private void computed(String coordinate, SelectionSet parts) {
        parts(coordinate.substring(0, coordinate.indexOf('.')), parts);
    }

    private void parts(String type, SelectionSet parts) {
        for (Field field : FieldSets.listFields(parts)) {
            for (String objectType : domain.possibleTypes(type)) {
                boolean nonNull = definition(objectType, field).getType() instanceof GraphQLNonNull;
                (nonNull ? steady : quiet).add(objectType + "." + field.getName());
                into(objectType, field, this::parts);
            }
        }
    }

    private void into(String type, Field field, java.util.function.BiConsumer<String, SelectionSet> step) {
        SelectionSet nested = field.getSelectionSet();
        if (nested != null) {
            GraphQLNamedType named =
                    GraphQLTypeUtil.unwrapAll(definition(type, field).getType());
            step.accept(named.getName(), nested);
        }
    }

    private GraphQLFieldDefinition definition(String type, Field field) {
        return domain.schema().getObjectType(type).getFieldDefinition(field.getName());
    }
}
