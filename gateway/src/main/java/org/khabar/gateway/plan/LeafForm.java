package org.khabar.gateway.plan;

/** What values of a leaf type look like in JSON. */
public enum LeafForm {
    INT,
    FLOAT,
    STRING,
    BOOLEAN,
    /** A string, or an integer as some servers write them; clients get a string. */
    ID,
    /** A string that is one of the values. */
    ENUM,
    /** Anything: a custom scalar. */
    ANY;

    static LeafForm of(String type, boolean isEnum) {
        if (isEnum) {
            return ENUM;
        }
        return switch (type) {
            case "Int" -> INT;
            case "Float" -> FLOAT;
            case "String" -> STRING;
            case "Boolean" -> BOOLEAN;
            case "ID" -> ID;
            default -> ANY;
        };
    }
}
