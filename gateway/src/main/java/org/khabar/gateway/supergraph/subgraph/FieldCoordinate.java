package org.khabar.gateway.supergraph.subgraph;

/**
 * Names a field.
 *
 * @param type the object or interface that has it
 * @param field its name
 */
public record FieldCoordinate(String type, String field) {
    @Override
    public String toString() {
        return type + "." + field;
    }
}
