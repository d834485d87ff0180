package org.khabar.entity.wikidata;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes items as dumps have them. */
final class Items {

    private final JsonObject item;

    private Items(JsonObject item) {
        this.item = item;
    }

    static Items item(String id) {
        return new Items(new JsonObject()
                .put("type", "item")
                .put("id", id)
                .put("labels", new JsonObject())
                .put("descriptions", new JsonObject())
                .put("aliases", new JsonArray())
                .put("claims", new JsonObject())
                .put("sitelinks", new JsonObject()));
    }

    Items label(String language, String text) {
        item.getJsonObject("labels").put(language, text(language, text));
        return this;
    }

    Items description(String language, String text) {
        item.getJsonObject("descriptions").put(language, text(language, text));
        return this;
    }

    Items alias(String language, String... texts) {
        if (item.getValue("aliases") instanceof JsonArray) {
            item.put("aliases", new JsonObject());
        }
        JsonArray list = new JsonArray();
        List.of(texts).forEach(text -> list.add(text(language, text)));
        item.getJsonObject("aliases").put(language, list);
        return this;
    }

    Items sitelinks(int count) {
        for (int i = 0; i < count; i++) {
            item.getJsonObject("sitelinks").put("wiki" + i, new JsonObject());
        }
        return this;
    }

    Items is(String property, String id) {
        return is(property, id, "normal");
    }

    Items is(String property, String id, String rank) {
        return statement(property, new JsonObject().put("entity-type", "item").put("id", id), rank);
    }

    Items date(String property, String time, int precision, String rank) {
        return date(property, time, precision, rank, "Q1985727");
    }

    Items date(String property, String time, int precision, String rank, String calendar) {
        return statement(
                property,
                new JsonObject()
                        .put("time", time)
                        .put("precision", precision)
                        .put("calendarmodel", "http://www.wikidata.org/entity/" + calendar),
                rank);
    }

    Items text(String property, String language, String text) {
        return statement(property, new JsonObject().put("language", language).put("text", text), "normal");
    }

    /** A statement whose value is a text, an object, or null for "unknown value". */
    Items statement(String property, @Nullable Object value, String rank) {
        JsonObject snak = new JsonObject().put("snaktype", value == null ? "somevalue" : "value");
        if (value != null) {
            snak.put("datavalue", new JsonObject().put("value", value));
        }
        return add(property, new JsonObject().put("mainsnak", snak).put("rank", rank));
    }

    /** A statement that ended. */
    Items was(String property, String id) {
        is(property, id);
        JsonArray statements = item.getJsonObject("claims").getJsonArray(property);
        statements
                .getJsonObject(statements.size() - 1)
                .put("qualifiers", new JsonObject().put("P582", new JsonArray()));
        return this;
    }

    /** Gives the last statement of a property a qualifier that is an item. */
    Items of(String property, String qualifier, String id) {
        return qualified(
                property, qualifier, new JsonObject().put("entity-type", "item").put("id", id));
    }

    /** Gives the last statement of a property a qualifier that is a date. */
    Items at(String property, String qualifier, String time, int precision) {
        return qualified(
                property,
                qualifier,
                new JsonObject()
                        .put("time", time)
                        .put("precision", precision)
                        .put("calendarmodel", "http://www.wikidata.org/entity/Q1985727"));
    }

    private Items qualified(String property, String qualifier, JsonObject value) {
        JsonArray statements = item.getJsonObject("claims").getJsonArray(property);
        JsonObject statement = statements.getJsonObject(statements.size() - 1);
        if (!statement.containsKey("qualifiers")) {
            statement.put("qualifiers", new JsonObject());
        }
        statement
                .getJsonObject("qualifiers")
                .put(
                        qualifier,
                        new JsonArray().add(new JsonObject().put("datavalue", new JsonObject().put("value", value))));
        return this;
    }

    private Items add(String property, JsonObject statement) {
        JsonObject claims = item.getJsonObject("claims");
        if (!claims.containsKey(property)) {
            claims.put(property, new JsonArray());
        }
        claims.getJsonArray(property).add(statement);
        return this;
    }

    private static JsonObject text(String language, String text) {
        return new JsonObject().put("language", language).put("value", text);
    }

    String json() {
        return item.encode();
    }
}
