package org.khabar.deploy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.khabar.deploy.installation.Part;
import org.khabar.deploy.installation.Ports;
import picocli.CommandLine;

class PortOptionsTest {
    @Test
    void anOptionBeatsTheEnvironmentAndThatBeatsTheOffset() {
        var environment =
                Map.of("KHABAR_PORT_OFFSET", "1000", "KHABAR_PORT_GATEWAY", "7000", "KHABAR_PORT_KEYCLOAK", "7001");
        Ports ports = parse("--gateway-port", "6000").choose(environment).ports();

        assertThat(ports.of(Part.GATEWAY)).isEqualTo(6000);
        assertThat(ports.of(Part.KEYCLOAK)).isEqualTo(7001);
        assertThat(ports.of(Part.POSTGRES)).isEqualTo(9432);
    }

    @Test
    void everyPartHasAnOption() {
        for (Part part : Part.values()) {
            assertThat(parse(part.portOption(), "6000").choose(Map.of()).ports().of(part))
                    .isEqualTo(6000);
        }
    }

    @Test
    void nothingChosenMeansTheDefaults() {
        var choice = parse().choose(Map.of());

        assertThat(choice.ports()).isEqualTo(Ports.defaults());
        assertThat(choice.explicit()).isFalse();
    }

    @Test
    void aVariableThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> parse().choose(Map.of("KHABAR_PORT_GATEWAY", "many")))
                .hasMessage("KHABAR_PORT_GATEWAY is no number: many");
    }

    private static PortOptions parse(String... arguments) {
        @CommandLine.Command
        class Any {
            @CommandLine.Mixin
            private final PortOptions options = PortOptions.none();
        }
        Any any = new Any();
        new CommandLine(any).parseArgs(arguments);
        return any.options;
    }
}
