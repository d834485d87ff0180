package org.khabar.entity.wikidata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The statements of an item, by property. Of a property its best ones count: those preferred, if there are any, else the
 * normal ones; a deprecated statement never does.
 *
 * @see <a href="https://www.wikidata.org/wiki/Help:Ranking">Ranking</a>
 */
record Claims(Map<String, List<JsonNode>> statements) {

    static final String INSTANCE_OF = "P31";
    static final String SUBCLASS_OF = "P279";
    static final String COUNTRY = "P17";
    static final String CITIZENSHIP = "P27";
    static final String COUNTRY_CODE = "P297";
    static final String DEMONYM = "P1549";
    static final String SHORT_NAME = "P1813";
    static final String BIRTH = "P569";
    static final String DEATH = "P570";
    static final String INCEPTION = "P571";

    private static final String END_TIME = "P582";

    Claims {
        statements = Map.copyOf(statements);
    }

    /** The numbers of the items that the best statements name: 5 for Q5. */
    List<Integer> items(String property) {
        return best(property).stream().flatMap(s -> number(value(s)).stream()).toList();
    }

    /** Those of {@link #items} that still hold: with no time at which they ended. */
    List<Integer> currentItems(String property) {
        return best(property).stream()
                .filter(statement -> !statement.path("qualifiers").has(END_TIME))
                .flatMap(statement -> number(value(statement)).stream())
                .toList();
    }

    /** Strings that the best statements give. */
    List<String> strings(String property) {
        return values(property, value -> value.isTextual() ? Optional.of(value.textValue()) : Optional.empty());
    }

    /** Texts that the best statements give, each with its language. */
    List<LanguageText> texts(String property) {
        return values(property, value -> {
            String language = value.path("language").textValue();
            String text = value.path("text").textValue();
            return language == null || text == null
                    ? Optional.empty()
                    : Optional.of(new LanguageText(language, text.strip()));
        });
    }

    /** The first date that the best statements give, as precise as it is known. */
    Optional<String> date(String property) {
        return values(property, PartialDate::of).stream().findFirst();
    }

    /** A text in a language. */
    record LanguageText(String language, String text) {}

    private <T> List<T> values(String property, Function<JsonNode, Optional<T>> read) {
        return best(property).stream()
                .flatMap(statement -> read.apply(value(statement)).stream())
                .toList();
    }

    /** The number of the item that a statement names; empty when it names none. */
    static Optional<Integer> item(JsonNode statement) {
        return number(value(statement));
    }

    /** The number of the item that a value is. */
    static Optional<Integer> itemOf(JsonNode value) {
        return number(value);
    }

    /** All statements but deprecated ones. */
    List<JsonNode> valid(String property) {
        List<JsonNode> all = statements.getOrDefault(property, List.of());
        return all.stream()
                .filter(statement -> !"deprecated".equals(statement.path("rank").textValue()))
                .toList();
    }

    /** Those of the highest rank that any has; never deprecated ones. */
    List<JsonNode> best(String property) {
        List<JsonNode> all = statements.getOrDefault(property, List.of());
        List<JsonNode> preferred = ranked(all, "preferred");
        return preferred.isEmpty() ? ranked(all, "normal") : preferred;
    }

    private static List<JsonNode> ranked(List<JsonNode> all, String rank) {
        return all.stream()
                .filter(statement -> rank.equals(statement.path("rank").textValue()))
                .toList();
    }

    /** Missing where nobody knows the value, or it is known that there is none. */
    private static JsonNode value(JsonNode statement) {
        return Objects.requireNonNull(
                statement.path("mainsnak").path("datavalue").path("value"));
    }

    private static Optional<Integer> number(JsonNode value) {
        String id = value.path("id").asText("");
        return id.startsWith("Q") ? ItemId.number(id) : Optional.empty();
    }
}
