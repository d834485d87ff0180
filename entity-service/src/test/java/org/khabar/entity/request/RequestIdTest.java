package org.khabar.entity.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.khabar.entity.testing.ServiceResource;
import org.khabar.entity.testing.Tokens;

/** A record says which request it is about. */
@QuarkusTest
@QuarkusTestResource(ServiceResource.class)
class RequestIdTest {

    private static final Logger SQL = Logger.getLogger("org.hibernate.SQL");

    private final Ids ids = new Ids();

    @BeforeEach
    void statementsAreLogged() {
        SQL.setLevel(Level.FINE);
        SQL.addHandler(ids);
    }

    @AfterEach
    void statementsAreNotLogged() {
        SQL.removeHandler(ids);
        SQL.setLevel(null);
    }

    @ParameterizedTest
    @CsvSource({"web-7.a_B, web-7.a_B", "a b, none", "<script>, none"})
    void theIdOfTheGatewayIsInTheRecordsAndNothingElseIs(String sent, String logged) {
        given().auth()
                .oauth2(Tokens.reader())
                .header("X-Request-Id", sent)
                .contentType("application/json")
                .body(Map.of("query", "{ entities(first: 1) { totalCount } }"))
                .post("/graphql")
                .then()
                .statusCode(200);

        assertThat(ids.taken).isNotEmpty().containsOnly(logged);
    }

    /** The ids that records of the statements that count have. */
    private static final class Ids extends Handler {
        private final List<String> taken = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            if (record instanceof ExtLogRecord known
                    && known.getFormattedMessage().contains("select count(*) from (select id")) {
                String id = known.getMdc("requestId");
                taken.add(id == null ? "none" : id);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
