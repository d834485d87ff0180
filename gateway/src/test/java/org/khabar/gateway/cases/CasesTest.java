package org.khabar.gateway.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.khabar.gateway.plan.QueryPlan;

/** Plans and answers of every case are as its golden files have them. */
class CasesTest {
    private static final ObjectMapper PRETTY = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @TestFactory
    Stream<DynamicContainer> cases() {
        return CaseFolder.all().stream()
                .map(folder -> DynamicContainer.dynamicContainer(
                        folder.name(),
                        folder.operations().stream()
                                .map(operation -> DynamicTest.dynamicTest(operation, () -> check(folder, operation)))));
    }

    private static void check(CaseFolder folder, String operation) throws Exception {
        CaseGateway gateway = new CaseGateway(folder);
        String query = folder.read(operation + ".graphql");
        QueryPlan plan = gateway.plan(query, CaseCaller.of(folder.json(operation + ".caller.json")));
        Map<String, Object> variables = folder.json(operation + ".variables.json");
        byte[] answer = gateway.execute(query, plan, variables).toJson(Map.of());

        String printed = plan.print();
        assertThat(printed).isEqualTo(folder.golden(operation + ".plan", printed));
        String pretty = PRETTY.writeValueAsString(PRETTY.readTree(answer)) + "\n";
        assertThat(pretty).isEqualTo(folder.golden(operation + ".answer.json", pretty));
        assertThat(gateway.calls()).as("subgraph calls").isLessThanOrEqualTo(plan.fetchCount() + gateway.repeats());
    }
}
