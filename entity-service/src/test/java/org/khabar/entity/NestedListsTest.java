package org.khabar.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.khabar.entity.testing.Database;
import org.khabar.entity.testing.Graphql;
import org.khabar.entity.testing.ServiceResource;

/** Pages within pages multiply; what a request may load altogether does not. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class NestedListsTest {

    @Inject
    Database database;

    /** 150 articles that mention the same 100 places each. */
    @BeforeEach
    void fillArchive() {
        database.execute("""
                insert into article (id, version, language, published_at)
                select ('0195b000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 1, 'ar', now() - n * interval '1 hour'
                from generate_series(1, 150) n;
                insert into article_entity (article_id, entity_id, published_at, mention_count, salience)
                select article.id, place.id, article.published_at, 1, 0.01
                from article, (select id from entity where type = 'PLACE' order by id limit 100) place
                where article.id::text like '0195b000%';
                """);
    }

    @AfterEach
    void emptyArchive() {
        database.execute("delete from article where id::text like '0195b000%'");
    }

    @Test
    void aFewPagesWithinPagesAreAnswered() {
        JsonPath answer = Graphql.ask(nested(20));

        assertThat(answer.getList("errors")).isNullOrEmpty();
        assertThat(answer.getList("data.entities.nodes[0].articles.edges[0].node.entities.edges"))
                .hasSize(20);
    }

    @Test
    void pagesThatMultiplyPastTheLimitAreRefusedAtTheirField() {
        JsonPath answer = Graphql.ask(nested(100));

        assertThat(answer.getString("errors[0].extensions.code")).isEqualTo("LIMIT_EXCEEDED");
        assertThat(answer.getString("errors[0].message"))
                .isEqualTo("The lists of this request have more items together than the limit of 20000. "
                        + "Ask for smaller pages (first) or nest fewer lists.");
        assertThat(answer.getList("errors[0].path")).startsWith("entities", "nodes");
    }

    @Test
    void anAnswerHasNoMoreErrorsThanAreUseful() {
        assertThat(Graphql.ask(nested(100)).getList("errors")).hasSizeLessThanOrEqualTo(100);
    }

    private static String nested(int size) {
        return """
                { entities(types: [PLACE], first: %1$d) { nodes { articles(first: %1$d) { edges { node {
                    entities(first: %1$d) { edges { node { id } } } } } } } } }
                """.formatted(size);
    }
}
