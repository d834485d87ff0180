package org.khabar.gateway.schema;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once a schema is served. Says what is waited for, or why a newer schema is refused. */
@Readiness
@Singleton
public final class SchemaReadiness implements HealthCheck {
    private final SchemaKeeper keeper;

    SchemaReadiness(SchemaKeeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("schema");
        return switch (keeper.state()) {
            case SchemaState.Waiting(List<Refusal> reasons) ->
                response.down().withData("waitingFor", shown(reasons)).build();
            case SchemaState.Serving(ServedSchema schema, List<Refusal> problems) -> {
                response.up()
                        .withData(
                                "subgraphs",
                                String.join(
                                        ", ", schema.supergraph().subgraphs().keySet()));
                if (!problems.isEmpty()) {
                    response.withData("refused", shown(problems));
                }
                yield response.build();
            }
        };
    }

    /** Anyone may ask for health, so what subgraphs said, and where they are, goes to the log alone. */
    private static String shown(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::shown).distinct().collect(Collectors.joining("; "));
    }
}
