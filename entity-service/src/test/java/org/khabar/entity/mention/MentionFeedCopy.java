package org.khabar.entity.mention;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.khabar.entity.testing.Tokens;

/** What a follower of the mention feed has, which reads each event once and then knows it as it was read. */
final class MentionFeedCopy {

    private final Map<String, List<String>> entities = new TreeMap<>();
    private String position = "0";

    /** Reads what is new. */
    void catchUp() {
        List<Map<String, Object>> events = read();
        while (!events.isEmpty()) {
            events.forEach(this::take);
            events = read();
        }
    }

    /** A line for each article and entity, with its mentions. */
    TreeSet<String> lines() {
        TreeSet<String> lines = new TreeSet<>();
        entities.forEach((article, named) -> named.forEach(entity -> lines.add(article + " " + entity)));
        return lines;
    }

    private List<Map<String, Object>> read() {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.of("follower", "service"))
                .get("/feed/mentions?lastEventId=" + position)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("$");
    }

    private void take(Map<String, Object> event) {
        position = String.valueOf(event.get("id"));
        String article = String.valueOf(event.get("subject"));
        entities.remove(article);
        if (event.get("data") instanceof Map<?, ?> data && data.get("entities") instanceof List<?> named) {
            entities.put(article, named.stream().map(MentionFeedCopy::line).toList());
        }
    }

    private static String line(Object entity) {
        Map<?, ?> members = (Map<?, ?>) entity;
        return members.get("id") + " " + members.get("mentionCount");
    }
}
