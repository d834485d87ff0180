package org.khabar.entity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.ServiceResource;
import org.khabar.entity.testing.Tokens;

/** Who is let in, and to what. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class SecurityTest {

    private static final String SDL = "{\"query\":\"{ _service { sdl } }\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/graphql",
                "/feed/mentions",
                "/exports/entities",
                "/imports/entities",
                "/graphql/schema.graphql",
                "/q/metrics",
                "/q/dev",
                "/",
                "/anything"
            })
    void nothingWithoutAToken(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(401);
        assertThat(given().contentType("application/json").body("{}").post(path).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready"})
    void healthWithoutAToken(String path) {
        assertThat(given().get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void healthNamesNoClassesAndNoStatements() {
        assertThat(given().get("/q/health").asString()).doesNotContain("Exception", "org.khabar", "select ");
    }

    @Test
    void tokensThatAreNotForUsAreRefused() {
        assertThat(statusWith(Tokens.reader())).isEqualTo(200);
        assertThat(statusWith(Tokens.expired())).isEqualTo(401);
        assertThat(statusWith(Tokens.ofOtherIssuer())).isEqualTo(401);
        assertThat(statusWith(Tokens.ofOtherAudience())).isEqualTo(401);
        assertThat(statusWith(Tokens.ofOtherKey())).isEqualTo(401);
        assertThat(statusWith("eyJhbGciOiJub25lIn0.e30.")).isEqualTo(401);
        assertThat(statusWith("garbage")).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "editor", "moderator", "partner", "admin", "service"})
    void everyRoleOfOursReads(String role) {
        assertThat(Graphql.askAs(Tokens.of("someone", role), "{ entities(first: 1) { totalCount } }", Map.of())
                        .getInt("data.entities.totalCount"))
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ entities { totalCount } }",
                "{ annotate(text: \"حماس\") { surface } }",
                "{ _entities(representations: [{__typename: \"Article\", id: \"1\"}]) { __typename } }"
            })
    void aTokenWithoutARoleOfOursReadsNothing(String query) {
        assertThat(Graphql.askAs(Tokens.of("stranger", "offline_access"), query, Map.of())
                        .getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mutation { confirmMention(id: \"1\") { id } }",
                "mutation { rejectMention(id: \"1\") { id } }",
                "mutation { reassignMention(id: \"1\", entityId: \"1\") { id } }",
                "mutation { undoMentionDecision(rulingId: \"1\", version: 1) { id } }",
                "mutation { promoteCandidate(id: \"1\", input: {type: PERSON, names: []}) { id } }",
                "mutation { dismissCandidate(id: \"1\") { id } }",
                "mutation { restoreCandidate(id: \"1\") { id } }",
                "{ reviewQueue { edges { cursor } } }",
                "{ _entities(representations: [{__typename: \"Article\", id: \"1\"}]) { ... on Article { mentionRulings { id } } } }"
            })
    void onlyThoseWhoReviewDecideAndSeeWhatThereIsToDecide(String query) {
        for (String role : new String[] {"reader", "partner", "service"}) {
            assertThat(Graphql.askAs(Tokens.of("someone", role), query, Map.of())
                            .getString("errors[0].extensions.code"))
                    .as(role)
                    .isEqualTo("FORBIDDEN");
        }
        assertThat(Graphql.askAs(Tokens.of("someone", "editor"), query, Map.of())
                        .getString("errors[0].extensions.code"))
                .isNotEqualTo("FORBIDDEN");
    }

    @Test
    void moderatorsReviewAndMakeNoEntities() {
        String moderator = Tokens.of("hind", "moderator");

        assertThat(Graphql.askAs(moderator, "{ reviewQueue(first: 1) { edges { cursor } } }", Map.of())
                        .getList("errors"))
                .isNull();
        assertThat(Graphql.askAs(
                                moderator,
                                "mutation { promoteCandidate(id: \"1\", input: {type: PERSON, names: []}) { id } }",
                                Map.of())
                        .getString("errors[0].extensions.code"))
                .isEqualTo("FORBIDDEN");
    }

    private static int statusWith(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(SDL)
                .post("/graphql")
                .statusCode();
    }
}
