package org.khabar.gateway.plan;

import graphql.language.Argument;
import graphql.language.Field;
import java.util.List;

/**
 * A field that is asked for, by the client or because a key or requirement needs it.
 *
 * @param name its name
 * @param arguments its arguments
 * @param key the data key that it would best have
 * @param apart whether it is fetched for the client under this key alone
 */
record Asked(String name, List<Argument> arguments, String key, boolean apart) {

    static Asked by(ClientField field) {
        return new Asked(field.name, field.arguments, field.responseKey, field.isApart());
    }

    static Asked required(Field field) {
        return new Asked(field.getName(), field.getArguments(), field.getName(), false);
    }
}
