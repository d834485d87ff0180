package org.khabar.gateway.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        Map<String, Object> variables = folder.json(operation + ".variables.json");
        CaseCaller caller = CaseCaller.of(folder.json(operation + ".caller.json"));
        QueryPlan plan = gateway.plan(query, caller, variables);
        byte[] answer = plan.deferral() == null
                ? gateway.execute(query, plan, variables).toJson(Map.of())
                : list(gateway.executeInParts(query, plan, variables));

        String printed = plan.print();
        assertThat(printed).isEqualTo(folder.golden(operation + ".plan", printed));
        String pretty = PRETTY.writeValueAsString(PRETTY.readTree(answer)) + "\n";
        assertThat(pretty).isEqualTo(folder.golden(operation + ".answer.json", pretty));
        boolean isAskedTwice = plan.deferral() != null && plan.deferral().streams();
        int fetches = plan.fetchCount() * (isAskedTwice ? 2 : 1) + gateway.repeats();
        assertThat(gateway.calls()).as("subgraph calls").isLessThanOrEqualTo(fetches);
    }

    private static byte[] list(List<byte[]> payloads) {
        return payloads.stream()
                .map(payload -> new String(payload, StandardCharsets.UTF_8))
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
